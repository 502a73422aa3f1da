// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model.content;

import org.jspecify.annotations.Nullable;

/**
 * A wish that the vendor keeps the prompt up to and including the piece that carries it.
 *
 * @param ttl how long, in the form number and unit: {@code 5m}, {@code 30m}, {@code 1h}, {@code 12h}; {@code null} for the
 *     vendor's default
 */
public record CacheHint(@Nullable String ttl) {
    /** A breakpoint with the vendor's default lifetime. */
    public static final CacheHint DEFAULT = new CacheHint(null);
}
