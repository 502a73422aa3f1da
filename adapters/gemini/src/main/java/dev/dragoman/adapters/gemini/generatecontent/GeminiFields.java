// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.Extensions;
import java.util.Map;

/** Extension fields of the pieces of a body: own ones are written, those of other dialects reported. */
final class GeminiFields {
    private GeminiFields() {}

    /** The own fields only; reports the others. */
    static Extensions own(Extensions extensions, String path, Losses losses) {
        if (extensions.isEmpty()) {
            return extensions;
        }
        extensions.byDialect().forEach((dialect, fields) -> {
            if (!dialect.equals(GeminiDialect.ID)) {
                String place = path.isEmpty() ? "extensions." : path + ".extensions.";
                fields.keySet().forEach(name -> losses.dropped(place + dialect + "." + name, "a field of " + dialect));
            }
        });
        return Extensions.of(GeminiDialect.ID, extensions.of(GeminiDialect.ID));
    }

    /** The own fields of these extensions. */
    static Map<String, RawJson> of(Extensions extensions) {
        return extensions.of(GeminiDialect.ID);
    }

    /** Writes the own fields that stand in the object itself, not inside of a member. */
    static void write(Extensions extensions, JsonWriter json) {
        if (!extensions.isEmpty()) {
            of(extensions).forEach((name, value) -> {
                if (name.indexOf('.') < 0) {
                    json.field(name, value);
                }
            });
        }
    }

    /** Writes the own fields that stand inside of this member, which is being written. */
    static void writeNested(Extensions extensions, String member, JsonWriter json) {
        GeminiDialect.EXTENSIONS.writeNested(extensions, member, json);
    }
}
