// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

import dev.dragoman.adapters.openai.shared.OpenAiModels;
import dev.dragoman.capability.ModelTraits;
import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.ChatRequestBuilder;
import dev.dragoman.model.settings.LogprobSettings;
import dev.dragoman.model.settings.ReasoningEffort;
import dev.dragoman.model.settings.ReasoningSettings;
import dev.dragoman.model.settings.Sampling;
import dev.dragoman.prepare.ReasoningConversion;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What models of OpenAI refuse in this API: those that reason draw in their own way, unless they are told not to reason, and take
 * neither penalties nor biases; the later ones take no stop sequences; and each knows its own words for an effort. Of other models,
 * and of names that tell nothing, everything is asked. Source: as {@link OpenAiModels}.
 */
final class OpenAiChatModelFitter {
    private static final String DRAWS = "the model draws in its own way";

    private final ChatRequest request;
    private final ModelTraits traits;
    private final Losses losses;
    private final ChatRequestBuilder fitted;

    private OpenAiChatModelFitter(ChatRequest request, ModelTraits traits, Losses losses) {
        this.request = request;
        this.traits = traits;
        this.losses = losses;
        this.fitted = request.toBuilder();
    }

    /** The request as its model takes it; what is changed goes into the losses of the context. */
    static ChatRequest fit(ChatRequest request, EncodeContext context) {
        return OpenAiModels.find(request.model(), context)
                .map(traits -> new OpenAiChatModelFitter(request, traits, context.losses()).fit())
                .orElse(request);
    }

    private ChatRequest fit() {
        boolean takesAll = traits.sampling() && !traits.has(OpenAiModels.NO_STOP_SEQUENCES);
        if (takesAll && request.reasoning().equals(ReasoningSettings.DEFAULT)) {
            return request;
        }
        if (!traits.sampling()) {
            boolean free = OpenAiModels.takesSampling(request, traits);
            sampling(free);
            if (!free && !request.logprobs().equals(LogprobSettings.DEFAULT)) {
                lost(request.logprobs().enabled(), "logprobs.enabled", "a model that reasons tells no probabilities");
                lost(request.logprobs().top(), "logprobs.top", "a model that reasons tells no probabilities");
                fitted.logprobs(LogprobSettings.DEFAULT);
            }
        }
        if (traits.has(OpenAiModels.NO_STOP_SEQUENCES) && !request.stop().isEmpty()) {
            losses.dropped("stop", "the model takes no stop sequences");
            fitted.stop(List.of());
        }
        effort();
        return fitted.build();
    }

    private void sampling(boolean free) {
        Sampling asked = request.sampling();
        Double temperature = free ? asked.temperature() : usual(asked.temperature(), "sampling.temperature");
        Double topP = free ? asked.topP() : usual(asked.topP(), "sampling.topP");
        lost(asked.frequencyPenalty(), "sampling.frequencyPenalty", DRAWS);
        lost(asked.presencePenalty(), "sampling.presencePenalty", DRAWS);
        if (!asked.logitBias().isEmpty()) {
            losses.dropped("sampling.logitBias", DRAWS);
        }
        fitted.sampling(new Sampling(temperature, topP, asked.topK(), null, null, asked.seed(), Map.of()));
    }

    /** The default is taken from everybody. */
    private @Nullable Double usual(@Nullable Double value, String path) {
        if (value == null || value == 1) {
            return value;
        }
        losses.dropped(path, DRAWS);
        return null;
    }

    private void effort() {
        if (traits.thinking().isEmpty()
                && traits.efforts().isEmpty()
                && !request.reasoning().equals(ReasoningSettings.DEFAULT)) {
            losses.dropped("reasoning", "the model does not reason");
            fitted.reasoning(ReasoningSettings.DEFAULT);
            return;
        }
        ReasoningEffort asked = request.reasoning().effort();
        if (asked == null || traits.efforts().isEmpty()) {
            return;
        }
        ReasoningEffort known = ReasoningConversion.nearest(asked, traits.efforts());
        if (!known.equals(asked)) {
            losses.approximated("reasoning.effort", "the model's nearest effort is '" + known.value() + "'");
            fitted.reasoning(new ReasoningSettings(
                    request.reasoning().mode(),
                    known,
                    request.reasoning().budgetTokens(),
                    request.reasoning().visibility(),
                    request.reasoning().extensions()));
        }
    }

    private void lost(@Nullable Object value, String path, String reason) {
        if (value != null) {
            losses.dropped(path, reason);
        }
    }
}
