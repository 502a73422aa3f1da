// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model.settings;

import dev.dragoman.model.Extensions;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How much the model should think before it answers and how much of that it should show. A request says as much of it as its
 * dialect can; encoders convert between effort and budget by one documented table.
 *
 * @param mode whether to think at all; {@code null} if not said
 * @param effort how hard; {@code null} if not said
 * @param budgetTokens most tokens to think with, at least 0; {@code null} if not said
 * @param visibility what of it to return; {@code null} for the vendor's default
 * @param extensions fields only one dialect knows
 */
public record ReasoningSettings(
        @Nullable Mode mode,
        @Nullable ReasoningEffort effort,
        @Nullable Long budgetTokens,
        @Nullable Visibility visibility,
        Extensions extensions) {
    /** Nothing said. */
    public static final ReasoningSettings DEFAULT = new ReasoningSettings(null, null, null, null, Extensions.NONE);

    /** Whether to think. */
    public enum Mode {
        /** Do not think. */
        OFF,
        /** Think. */
        ON,
        /** The model decides how much (Anthropic {@code adaptive}, Gemini budget -1). */
        ADAPTIVE
    }

    /** How much of the reasoning to return. */
    public enum Visibility {
        /** None of it. */
        OMITTED,
        /** What the vendor thinks best (Responses {@code auto}, Gemini {@code includeThoughts}). */
        AUTO,
        /** A summary, short. */
        CONCISE,
        /** A summary, long (Anthropic {@code summarized}, Responses {@code detailed}). */
        DETAILED
    }

    /** @throws IllegalArgumentException if {@code budgetTokens} is negative */
    public ReasoningSettings {
        Objects.requireNonNull(extensions, "extensions");
        if (budgetTokens != null && budgetTokens < 0) {
            throw new IllegalArgumentException("a reasoning budget is at least 0 tokens");
        }
    }

    /** Only an effort. */
    public static ReasoningSettings ofEffort(ReasoningEffort effort) {
        return new ReasoningSettings(null, effort, null, null, Extensions.NONE);
    }

    /** Only a mode. */
    public static ReasoningSettings ofMode(Mode mode) {
        return new ReasoningSettings(mode, null, null, null, Extensions.NONE);
    }

    /** Only a budget. */
    public static ReasoningSettings ofBudget(long tokens) {
        return new ReasoningSettings(Mode.ON, null, tokens, null, Extensions.NONE);
    }
}
