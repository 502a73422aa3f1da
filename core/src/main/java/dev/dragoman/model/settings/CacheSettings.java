// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model.settings;

import org.jspecify.annotations.Nullable;

/**
 * How the vendor should keep the prompt for later requests. Breakpoints at single pieces are
 * {@link dev.dragoman.model.content.CacheHint}.
 *
 * @param key requests with the same key are sent where the prompt may still be (OpenAI {@code prompt_cache_key}); {@code null}
 *     if none
 * @param retention how long prompts are kept: {@code in_memory} or {@code 24h} (OpenAI); {@code null} if not said
 * @param mode {@code implicit}: the vendor places a breakpoint by itself; {@code explicit}: only those of the request count;
 *     {@code null} if not said
 * @param ttl lifetime of the vendor's own breakpoint, number and unit such as {@code 5m}, {@code 30m}, {@code 1h}; {@code null}
 *     if not said
 */
public record CacheSettings(
        @Nullable String key,
        @Nullable String retention,
        @Nullable String mode,
        @Nullable String ttl) {
    /** Nothing said. */
    public static final CacheSettings DEFAULT = new CacheSettings(null, null, null, null);

    /** No key: it may name a person. */
    @Override
    public String toString() {
        return "CacheSettings[retention=" + retention + ", mode=" + mode + ", ttl=" + ttl + "]";
    }
}
