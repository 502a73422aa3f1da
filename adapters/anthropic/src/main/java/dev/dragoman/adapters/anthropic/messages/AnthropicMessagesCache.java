// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.content.CacheHint;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code cache_control}: lifetimes of 5 minutes, the default, and of an hour. */
final class AnthropicMessagesCache {
    private static final CacheHint SHORT = new CacheHint("5m");
    private static final CacheHint LONG = new CacheHint("1h");

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

    /** The breakpoint as this dialect can say it. */
    static @Nullable CacheHint fit(@Nullable CacheHint hint, String path, Losses losses) {
        if (hint == null) {
            return null;
        }
        String ttl = ttl(hint.ttl());
        if (!Objects.equals(ttl, hint.ttl())) {
            losses.approximated(path + ".ttl", "prompts are kept for 5 minutes or an hour");
        }
        return ttl == null ? CacheHint.DEFAULT : ttl.equals("5m") ? SHORT : LONG;
    }

    /** The lifetime as this dialect can say it: what is longer than 5 minutes becomes an hour. */
    static @Nullable String ttl(@Nullable String ttl) {
        if (ttl == null) {
            return null;
        }
        return switch (ttl) {
            case "0m", "1m", "2m", "3m", "4m", "5m" -> "5m";
            default -> ttl.endsWith("s") ? "5m" : "1h";
        };
    }

    static void encode(@Nullable CacheHint hint, JsonWriter json) {
        if (hint != null) {
            json.beginObject("cache_control").field("type", "ephemeral").field("ttl", hint.ttl());
            json.endObject();
        }
    }
}
