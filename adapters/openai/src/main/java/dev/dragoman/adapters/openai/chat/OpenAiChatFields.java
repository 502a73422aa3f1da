// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

import dev.dragoman.json.JsonWriter;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.Extensions;

/** Extension fields of the pieces of a body: own ones are written, those of other dialects reported. */
final class OpenAiChatFields {
    private OpenAiChatFields() {}

    /** The own fields only; reports the others. */
    static Extensions own(Extensions extensions, String path, Losses losses) {
        if (extensions.isEmpty()) {
            return extensions;
        }
        extensions.byDialect().forEach((dialect, fields) -> {
            if (!dialect.equals(OpenAiChatDialect.ID)) {
                fields.keySet()
                        .forEach(name ->
                                losses.dropped(path + ".extensions." + dialect + "." + name, "a field of " + dialect));
            }
        });
        return Extensions.of(OpenAiChatDialect.ID, extensions.of(OpenAiChatDialect.ID));
    }

    /** Writes own fields that stand in the object being written. */
    static void write(Extensions extensions, JsonWriter json) {
        if (!extensions.isEmpty()) {
            extensions.of(OpenAiChatDialect.ID).forEach((name, value) -> {
                if (name.indexOf('.') < 0) {
                    json.field(name, value);
                }
            });
        }
    }
}
