// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.mistral.chat;

import dev.dragoman.json.JsonWriter;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.Extensions;

/** Fields of pieces that only this dialect knows. */
final class MistralChatFields {
    private MistralChatFields() {}

    /** This dialect's own fields; those of others are reported. */
    static Extensions own(Extensions extensions, String path, Losses losses) {
        if (extensions.isEmpty()) {
            return extensions;
        }
        extensions.byDialect().forEach((dialect, fields) -> {
            if (!dialect.equals(MistralChatDialect.ID)) {
                fields.keySet()
                        .forEach(name ->
                                losses.dropped(path + ".extensions." + dialect + "." + name, "a field of " + dialect));
            }
        });
        return Extensions.of(MistralChatDialect.ID, extensions.of(MistralChatDialect.ID));
    }

    /** Writes own fields that belong directly into the object being written. */
    static void write(Extensions extensions, JsonWriter json) {
        if (!extensions.isEmpty()) {
            extensions.of(MistralChatDialect.ID).forEach((name, value) -> {
                if (name.indexOf('.') < 0) {
                    json.field(name, value);
                }
            });
        }
    }
}
