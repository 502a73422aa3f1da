// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model.settings;

import org.jspecify.annotations.Nullable;

/**
 * On whose behalf the request is made, for the vendor's abuse detection.
 *
 * @param user opaque id of the end user (OpenAI {@code user}, deprecated there; Anthropic {@code metadata.user_id}); {@code null}
 *     if not said
 * @param safetyIdentifier opaque stable id for abuse detection only (OpenAI, at most 128 characters); {@code null} if not said
 */
public record EndUser(@Nullable String user, @Nullable String safetyIdentifier) {
    /** Nothing said. */
    public static final EndUser UNKNOWN = new EndUser(null, null);

    @Override
    public String toString() {
        return "EndUser[user=" + (user != null) + ", safetyIdentifier=" + (safetyIdentifier != null) + "]";
    }
}
