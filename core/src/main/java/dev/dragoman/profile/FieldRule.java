// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor demands of one field. Stated in the words of the dialect; it is followed on the way out to the vendor, and the
 * other way round where a client of the profile is served.
 *
 * @param path the field
 * @param when when it applies
 * @param action what is done
 * @param reason what a person should know, for reports; {@code null} for the action's own words
 */
public record FieldRule(
        FieldPath path,
        RuleCondition when,
        FieldAction action,
        @Nullable String reason) {
    /** Checks that nothing required is missing. */
    public FieldRule {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(when, "when");
        Objects.requireNonNull(action, "action");
    }

    /** Whether the dialect's codecs follow it, and nothing is done to a body. */
    boolean isForCodecs() {
        return action instanceof AvoidField;
    }

    /** A rule that always applies. */
    public static FieldRule of(String path, FieldAction action) {
        return new FieldRule(FieldPath.parse(path), RuleCondition.ALWAYS, action, null);
    }
}
