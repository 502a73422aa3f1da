// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.model.content.CacheHint;
import org.jspecify.annotations.Nullable;

/** {@code cachePoint}: a block of its own behind what is to be kept, for 5 minutes, the default, or an hour. */
final class BedrockConverseCache {
    static final String MEMBER = "cachePoint";

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

    /** Writes a block for the breakpoint, if there is one. */
    static void encode(@Nullable CacheHint hint, JsonWriter json) {
        if (hint != null) {
            json.beginObject().beginObject(MEMBER).field("type", "default").field("ttl", hint.ttl());
            json.endObject().endObject();
        }
    }
}
