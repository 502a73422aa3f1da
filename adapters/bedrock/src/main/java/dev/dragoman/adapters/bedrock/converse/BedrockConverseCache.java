// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.content.CacheHint;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code cachePoint}: a block of its own behind what is to be kept, for 5 minutes, the default, or an hour. */
final class BedrockConverseCache {
    static final String MEMBER = "cachePoint";

    private static final CacheHint SHORT = new CacheHint("5m");
    private static final CacheHint LONG = new CacheHint("1h");

    private BedrockConverseCache() {}

    /** The breakpoint that the reader stands on; {@code null} for kinds and members that nobody knows. */
    static @Nullable CacheHint decode(JsonReader in) {
        String ttl = null;
        boolean known = true;
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "type" -> known &= in.string().equals("default");
                case "ttl" -> ttl = in.stringOrNull();
                default -> {
                    known = false;
                    in.skip();
                }
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

    /** Writes a block for the breakpoint, if there is one. */
    static void encode(@Nullable CacheHint hint, JsonWriter json) {
        if (hint != null) {
            json.beginObject().beginObject(MEMBER).field("type", "default").field("ttl", hint.ttl());
            json.endObject().endObject();
        }
    }
}
