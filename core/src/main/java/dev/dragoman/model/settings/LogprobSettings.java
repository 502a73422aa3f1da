// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model.settings;

import org.jspecify.annotations.Nullable;

/**
 * Whether to return the probabilities of the tokens.
 *
 * @param enabled whether to return any; {@code null} if not said
 * @param top how many alternatives a token, 0 to 20; {@code null} if not said
 */
public record LogprobSettings(
        @Nullable Boolean enabled, @Nullable Integer top) {
    /** Nothing said. */
    public static final LogprobSettings DEFAULT = new LogprobSettings(null, null);
}
