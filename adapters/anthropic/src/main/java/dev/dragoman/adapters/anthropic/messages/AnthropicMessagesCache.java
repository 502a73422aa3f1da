// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.model.content.CacheHint;
import org.jspecify.annotations.Nullable;

/** {@code cache_control}: lifetimes of 5 minutes, the default, and of an hour. */
final class AnthropicMessagesCache {
    private AnthropicMessagesCache() {}

    /** The breakpoint that the reader stands on; {@code null} for JSON {@code null} and for kinds that nobody knows. */
    static @Nullable CacheHint decode(JsonReader in) {
        if (in.isNull()) {
            return null;
        }
        String ttl = null;
        boolean known = true;
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "type" -> known = in.string().equals("ephemeral");
                case "ttl" -> ttl = in.stringOrNull();
                default -> in.skip();
            }
        }
        if (!known) {
            return null;
        }
        return ttl == null ? CacheHint.DEFAULT : new CacheHint(ttl);
    }

    static void encode(@Nullable CacheHint hint, JsonWriter json) {
        if (hint != null) {
            json.beginObject("cache_control").field("type", "ephemeral").field("ttl", hint.ttl());
            json.endObject();
        }
    }
}
