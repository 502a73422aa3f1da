// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model.response;

import org.jspecify.annotations.Nullable;

/**
 * Shares of the input. A count that the vendor did not report is {@code null}, which is not 0.
 *
 * @param cacheRead read from a cache
 * @param cacheWrite written to a cache, whatever its lifetime
 * @param cacheWriteShort the part of {@code cacheWrite} with the short lifetime (Anthropic, Bedrock: 5 minutes)
 * @param cacheWriteLong the part of {@code cacheWrite} with the long lifetime (Anthropic, Bedrock: 1 hour)
 * @param text text
 * @param audio sound
 * @param image pictures
 */
public record InputTokens(
        @Nullable Long cacheRead,
        @Nullable Long cacheWrite,
        @Nullable Long cacheWriteShort,
        @Nullable Long cacheWriteLong,
        @Nullable Long text,
        @Nullable Long audio,
        @Nullable Long image) {
    /** Nothing reported. */
    public static final InputTokens UNKNOWN = new InputTokens(null, null, null, null, null, null, null);
}
