// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.capability.ModelTraits;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the family of a model spells, in its native fields, what the API itself has no field for. It follows from the features in
 * the model's traits: a word, or {@code name=value}.
 *
 * @param reasoning how it is told to think
 * @param effort place among the native fields of the effort; {@code null} where that is {@code outputConfig.effort}
 * @param topK place among the native fields of top-k; {@code null} if it has none
 * @param nativeToolChoice whether its native {@code tool_choice} says what {@code toolChoice} cannot
 * @param caching whether it keeps prompts at breakpoints
 * @param strictTools whether tools may be strict
 * @param stopSequences whether it takes stop sequences
 * @param shortToolIds whether ids of calls are nine letters and digits
 * @param stopSequencePath field of its native answer that names the stop sequence that was met; {@code null} if there is none
 */
record BedrockConverseFamily(
        Reasoning reasoning,
        @Nullable String effort,
        @Nullable String topK,
        boolean nativeToolChoice,
        boolean caching,
        boolean strictTools,
        boolean stopSequences,
        boolean shortToolIds,
        @Nullable String stopSequencePath) {
    /** Ways of telling a model to think. */
    enum Reasoning {
        /** By {@code thinking} and an effort. */
        CLAUDE,
        /** By {@code reasoningConfig}. */
        NOVA,
        /** By an effort only. */
        EFFORT,
        /** It cannot be told. */
        NONE
    }

    static BedrockConverseFamily of(ModelTraits traits) {
        Set<String> features = traits.features();
        return new BedrockConverseFamily(
                reasoning(value(features, "reasoning=")),
                value(features, "effort="),
                value(features, "topK="),
                traits.has("nativeToolChoice"),
                traits.has("caching"),
                !traits.has("noStrictTools"),
                !traits.has("noStopSequences"),
                traits.has("shortToolIds"),
                value(features, "stopSequencePath="));
    }

    private static Reasoning reasoning(@Nullable String word) {
        return switch (word == null ? "" : word) {
            case "claude" -> Reasoning.CLAUDE;
            case "nova" -> Reasoning.NOVA;
            case "none" -> Reasoning.NONE;
            default -> Reasoning.EFFORT;
        };
    }

    private static @Nullable String value(Set<String> features, String name) {
        for (String feature : features) {
            if (feature.startsWith(name)) {
                return feature.substring(name.length());
            }
        }
        return null;
    }
}
