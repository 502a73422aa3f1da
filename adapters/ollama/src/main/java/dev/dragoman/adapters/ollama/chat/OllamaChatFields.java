// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.ollama.chat;

import dev.dragoman.json.JsonWriter;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.Extensions;

/** Extension fields of the pieces of a body: own ones are kept, those of other dialects reported. */
final class OllamaChatFields {
    private OllamaChatFields() {}

    /** The own fields only; reports the others. */
    static Extensions own(Extensions extensions, String path, Losses losses) {
        if (extensions.isEmpty()) {
            return extensions;
        }
        extensions.byDialect().forEach((dialect, fields) -> {
            if (!dialect.equals(OllamaChatDialect.ID)) {
                fields.keySet()
                        .forEach(name ->
                                losses.dropped(path + ".extensions." + dialect + "." + name, "a field of " + dialect));
            }
        });
        return Extensions.of(OllamaChatDialect.ID, extensions.of(OllamaChatDialect.ID));
    }

    /** Reports all fields of a piece that cannot carry any. */
    static void none(Extensions extensions, String path, Losses losses) {
        if (!extensions.isEmpty()) {
            OllamaChatDialect.EXTENSIONS.dropAll(extensions, path, losses);
        }
    }

    /** Writes the own fields of this object. */
    static void write(Extensions extensions, JsonWriter json) {
        if (!extensions.isEmpty()) {
            extensions.of(OllamaChatDialect.ID).forEach((name, value) -> {
                if (name.indexOf('.') < 0) {
                    json.field(name, value);
                }
            });
        }
    }
}
