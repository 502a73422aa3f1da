// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

import dev.dragoman.json.JsonWriter;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.Extensions;

/** Extension fields of the pieces of a body: own ones are written, those of other dialects reported. */
final class AnthropicMessagesFields {
    private AnthropicMessagesFields() {}

    /** The own fields only; reports the others. */
    static Extensions own(Extensions extensions, String path, Losses losses) {
        if (extensions.isEmpty()) {
            return extensions;
        }
        foreign(extensions, path, losses);
        return Extensions.of(AnthropicMessagesDialect.ID, extensions.of(AnthropicMessagesDialect.ID));
    }

    /** Reports the fields of other dialects. */
    static void foreign(Extensions extensions, String path, Losses losses) {
        extensions.byDialect().forEach((dialect, fields) -> {
            if (!dialect.equals(AnthropicMessagesDialect.ID)) {
                fields.keySet()
                        .forEach(name ->
                                losses.dropped(path + ".extensions." + dialect + "." + name, "a field of " + dialect));
            }
        });
    }

    /** Reports the fields of other dialects that belong to the whole body. */
    static void foreignAtTop(Extensions extensions, Losses losses) {
        extensions.byDialect().forEach((dialect, fields) -> {
            if (!dialect.equals(AnthropicMessagesDialect.ID)) {
                fields.keySet()
                        .forEach(name -> losses.dropped("extensions." + dialect + "." + name, "a field of " + dialect));
            }
        });
    }

    static void write(Extensions extensions, JsonWriter json) {
        if (!extensions.isEmpty()) {
            extensions.of(AnthropicMessagesDialect.ID).forEach(json::field);
        }
    }
}
