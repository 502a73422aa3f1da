// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.fit;

import dev.dragoman.loss.Losses;
import dev.dragoman.model.content.CacheHint;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lifetimes of breakpoints with vendors who keep a prompt for 5 minutes, the default, or for an hour: {@code 5m} and {@code 1h} of
 * Anthropic's {@code cache_control} and of Bedrock's {@code cachePoint}.
 */
public final class CacheLifetimes {
    private static final CacheHint SHORT = new CacheHint("5m");
    private static final CacheHint LONG = new CacheHint("1h");

    private CacheLifetimes() {}

    /**
     * The breakpoint with a lifetime that there is; {@code null} for none.
     *
     * @param path canonical path of the breakpoint
     */
    public static @Nullable CacheHint fit(@Nullable CacheHint hint, String path, Losses losses) {
        if (hint == null) {
            return null;
        }
        String ttl = nearest(hint.ttl());
        if (!Objects.equals(ttl, hint.ttl())) {
            losses.approximated(path + ".ttl", "prompts are kept for 5 minutes or an hour");
        }
        return ttl == null ? CacheHint.DEFAULT : ttl.equals("5m") ? SHORT : LONG;
    }

    /** The lifetime that there is: what is longer than 5 minutes becomes an hour; {@code null} stays the default. */
    public static @Nullable String nearest(@Nullable String ttl) {
        if (ttl == null) {
            return null;
        }
        return switch (ttl) {
            case "0m", "1m", "2m", "3m", "4m", "5m" -> "5m";
            default -> ttl.endsWith("s") ? "5m" : "1h";
        };
    }
}
