// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.responses;

import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.content.CacheHint;
import org.jspecify.annotations.Nullable;

/** How long a prompt is kept: half an hour or half a day. */
final class OpenAiResponsesLifetimes {
    private static final String SHORT = "30m";
    private static final String LONG = "12h";

    private OpenAiResponsesLifetimes() {}

    /** The breakpoint with a lifetime that there is. */
    static @Nullable CacheHint fit(@Nullable CacheHint hint, String path, Losses losses) {
        return hint == null || hint.ttl() == null ? hint : new CacheHint(fit(hint.ttl(), path + ".ttl", losses));
    }

    /** The nearest lifetime that there is. */
    static @Nullable String fit(@Nullable String ttl, String path, Losses losses) {
        if (ttl == null || ttl.equals(SHORT) || ttl.equals(LONG)) {
            return ttl;
        }
        String nearest = ttl.endsWith("m") || ttl.equals("1h") ? SHORT : LONG;
        losses.add(LossKind.APPROXIMATED, Severity.NOTE, path, "the nearest lifetime is '" + nearest + "'");
        return nearest;
    }
}
