// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How tokens are drawn. Ranges differ by vendor ({@code temperature} ends at 2 for OpenAI, at 1 for Anthropic and Cohere); the
 * model takes any finite number and the encoder of the target clamps and reports.
 *
 * @param temperature randomness, 0 for the likeliest token; {@code null} for the vendor's default
 * @param topP draw from the smallest set of tokens of this probability mass, 0 to 1; {@code null} for the vendor's default
 * @param topK draw from this many likeliest tokens, at least 0; {@code null} for the vendor's default
 * @param frequencyPenalty weight against tokens by how often they occurred, usually -2 to 2; {@code null} for none
 * @param presencePenalty weight against tokens that occurred at all, usually -2 to 2; {@code null} for none
 * @param seed makes drawing repeatable as far as the vendor can; {@code null} for none
 * @param logitBias token id (decimal digits) to bias, -100 to 100; empty for none
 */
public record Sampling(
        @Nullable Double temperature,
        @Nullable Double topP,
        @Nullable Integer topK,
        @Nullable Double frequencyPenalty,
        @Nullable Double presencePenalty,
        @Nullable Long seed,
        Map<String, Double> logitBias) {
    /** The vendor's defaults. */
    public static final Sampling DEFAULT = new Sampling(null, null, null, null, null, null, Map.of());

    /** @throws IllegalArgumentException if a number is not finite */
    public Sampling {
        requireFinite("temperature", temperature);
        requireFinite("topP", topP);
        requireFinite("frequencyPenalty", frequencyPenalty);
        requireFinite("presencePenalty", presencePenalty);
        logitBias = logitBias.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(logitBias));
        logitBias.forEach(Sampling::requireFinite);
    }

    private static void requireFinite(String name, @Nullable Double value) {
        if (value != null && !Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be a finite number");
        }
    }
}
