// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.json.JsonWriter;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.Extensions;

/** Extension fields of the pieces of a body: own ones are written, those of other dialects reported. */
final class BedrockConverseFields {
    private BedrockConverseFields() {}

    /** The own fields only; reports the others. */
    static Extensions own(Extensions extensions, String path, Losses losses) {
        if (extensions.isEmpty()) {
            return extensions;
        }
        foreign(extensions, path, losses);
        return Extensions.of(BedrockConverseDialect.ID, extensions.of(BedrockConverseDialect.ID));
    }

    /** Reports the fields of other dialects. */
    static void foreign(Extensions extensions, String path, Losses losses) {
        String prefix = path.isEmpty() ? "" : path + ".";
        extensions.byDialect().forEach((dialect, fields) -> {
            if (!dialect.equals(BedrockConverseDialect.ID)) {
                fields.keySet()
                        .forEach(name ->
                                losses.dropped(prefix + "extensions." + dialect + "." + name, "a field of " + dialect));
            }
        });
    }

    /** No fields; reports all, for a piece that is no object. */
    static Extensions none(Extensions extensions, String path, Losses losses) {
        BedrockConverseDialect.EXTENSIONS.dropAll(extensions, path, losses);
        return Extensions.NONE;
    }

    /** Writes the own fields that belong directly into the object being written. */
    static void write(Extensions extensions, JsonWriter json) {
        if (!extensions.isEmpty()) {
            extensions.of(BedrockConverseDialect.ID).forEach((name, value) -> {
                if (name.indexOf('.') < 0) {
                    json.field(name, value);
                }
            });
        }
    }
}
