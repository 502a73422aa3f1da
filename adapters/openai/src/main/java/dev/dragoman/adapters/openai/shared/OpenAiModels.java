// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.shared;

import dev.dragoman.capability.ModelCatalog;
import dev.dragoman.capability.ModelTraits;
import dev.dragoman.capability.ThinkingKind;
import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.settings.ReasoningEffort;
import java.util.Optional;

/**
 * What OpenAI's models take. The data lies in {@code dragoman/models/openai.json}; a configuration may override it. Source: the
 * model catalogue of npm {@code @ai-sdk/openai} 4.0.118, and OpenAI's API reference of spring 2026.
 */
public final class OpenAiModels {
    private static final ModelCatalog CATALOG = ModelCatalog.load(OpenAiModels.class, "/dragoman/models/openai.json");

    /** Feature of models that refuse stop sequences. */
    public static final String NO_STOP_SEQUENCES = "noStopSequences";

    private OpenAiModels() {}

    /** Whether the model takes a temperature and a top-p for this request: one that reasons does only while it is told not to. */
    public static boolean takesSampling(ChatRequest request, ModelTraits traits) {
        return traits.sampling()
                || (traits.thinks(ThinkingKind.OFF)
                        && ReasoningEffort.NONE.equals(request.reasoning().effort()));
    }

    /** The traits of a model; empty if nothing is known of it. */
    public static Optional<ModelTraits> find(String model, EncodeContext context) {
        Optional<ModelTraits> configured = context.models().find(model);
        return configured.isPresent() ? configured : CATALOG.find(model);
    }
}
