// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model.settings;

import org.jspecify.annotations.Nullable;

/**
 * Roughly where a user is.
 *
 * @param city free text; {@code null} if not said
 * @param region free text; {@code null} if not said
 * @param country ISO 3166 code of two letters; {@code null} if not said
 * @param timezone IANA name such as {@code Europe/Oslo}; {@code null} if not said
 */
public record UserLocation(
        @Nullable String city,
        @Nullable String region,
        @Nullable String country,
        @Nullable String timezone) {
    /** No place: it is a person's. */
    @Override
    public String toString() {
        return "UserLocation[]";
    }
}
