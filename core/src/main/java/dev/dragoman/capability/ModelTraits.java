// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.capability;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a model takes and can do, beyond what its dialect can say.
 *
 * @param sampling whether it takes temperature, top-p and top-k
 * @param temperatureWithTopP whether it takes temperature and top-p together
 * @param thinking how it can be told to think; empty if it cannot think
 * @param thinksByDefault whether it thinks when nothing is said
 * @param hidesThinking whether it shows its thoughts only when asked to
 * @param forcedToolChoice whether it can be made to call a tool
 * @param prefill whether it continues a message of its own
 * @param systemMessages whether instructions may stand among the messages
 * @param jsonSchema whether it takes a JSON schema for its answer
 * @param maxOutputTokens most tokens it can produce; {@code null} if unknown
 * @param efforts words for how hard to think that it knows; empty if none
 * @param leastThinkingBudget fewest tokens it can be told to think with; {@code null} if there is no limit
 * @param mostThinkingBudget most tokens it can be told to think with; {@code null} if unknown
 * @param features what else it takes or refuses, in words of its dialect
 */
public record ModelTraits(
        boolean sampling,
        boolean temperatureWithTopP,
        Set<ThinkingKind> thinking,
        boolean thinksByDefault,
        boolean hidesThinking,
        boolean forcedToolChoice,
        boolean prefill,
        boolean systemMessages,
        boolean jsonSchema,
        @Nullable Long maxOutputTokens,
        List<String> efforts,
        @Nullable Long leastThinkingBudget,
        @Nullable Long mostThinkingBudget,
        Set<String> features) {
    /** A model of which nothing is known: it is asked for everything and may refuse. */
    public static final ModelTraits UNKNOWN = new ModelTraits(
            true,
            true,
            Set.of(ThinkingKind.values()),
            false,
            false,
            true,
            true,
            true,
            true,
            null,
            List.of("low", "medium", "high", "xhigh", "max"));

    /** Traits without limits of thinking and without words of a dialect. */
    public ModelTraits(
            boolean sampling,
            boolean temperatureWithTopP,
            Set<ThinkingKind> thinking,
            boolean thinksByDefault,
            boolean hidesThinking,
            boolean forcedToolChoice,
            boolean prefill,
            boolean systemMessages,
            boolean jsonSchema,
            @Nullable Long maxOutputTokens,
            List<String> efforts) {
        this(
                sampling,
                temperatureWithTopP,
                thinking,
                thinksByDefault,
                hidesThinking,
                forcedToolChoice,
                prefill,
                systemMessages,
                jsonSchema,
                maxOutputTokens,
                efforts,
                null,
                null,
                Set.of());
    }

    /** Copies the collections. */
    public ModelTraits {
        thinking = Set.copyOf(thinking);
        efforts = List.copyOf(efforts);
        features = Set.copyOf(features);
    }

    /** Whether this word of its dialect is said of it. */
    public boolean has(String feature) {
        return features.contains(feature);
    }

    /** Whether it can be told to think in this way. */
    public boolean thinks(ThinkingKind kind) {
        return thinking.contains(kind);
    }
}
