// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.responses;

import dev.dragoman.capability.ModelTraits;
import dev.dragoman.capability.ThinkingKind;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.settings.ReasoningEffort;
import dev.dragoman.model.settings.Sampling;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How tokens are drawn and how many: much of what other dialects can say of it has no word here. */
final class OpenAiResponsesSamplingEncoder {
    /** The API refuses a smaller limit. */
    private static final long LEAST_TOKENS = 16;

    private OpenAiResponsesSamplingEncoder() {}

    static void encode(ChatRequest request, @Nullable ModelTraits traits, JsonWriter json, Losses losses) {
        Sampling sampling = request.sampling();
        boolean free = traits == null
                || traits.sampling()
                || (traits.thinks(ThinkingKind.OFF)
                        && ReasoningEffort.NONE.equals(request.reasoning().effort()));
        if (free) {
            json.field("temperature", sampling.temperature()).field("top_p", sampling.topP());
        } else {
            lost(sampling.temperature() != null, "sampling.temperature", "the model draws in its own way", losses);
            lost(sampling.topP() != null, "sampling.topP", "the model draws in its own way", losses);
        }
        lost(sampling.topK() != null, "sampling.topK", "the vendor draws from all tokens", losses);
        lost(sampling.frequencyPenalty() != null, "sampling.frequencyPenalty", "there are no penalties", losses);
        lost(sampling.presencePenalty() != null, "sampling.presencePenalty", "there are no penalties", losses);
        lost(sampling.seed() != null, "sampling.seed", "there is no seed", losses);
        lost(!sampling.logitBias().isEmpty(), "sampling.logitBias", "tokens cannot be biased", losses);
        lost(!request.stop().isEmpty(), "stop", "there are no stop sequences", losses);
        Long most = request.maxOutputTokens();
        if (most != null && most < LEAST_TOKENS) {
            losses.add(LossKind.CLAMPED, "maxOutputTokens", "the least limit is " + LEAST_TOKENS);
            most = LEAST_TOKENS;
        }
        json.field("max_output_tokens", most);
        Integer count = request.choiceCount();
        if (count != null) {
            losses.add(
                    LossKind.DROPPED,
                    count == 1 ? Severity.NOTE : Severity.CHANGES_ANSWER,
                    "choiceCount",
                    "there is one answer");
        }
        if (!request.modalities().isEmpty()) {
            boolean text = request.modalities().equals(List.of("text"));
            losses.add(
                    LossKind.DROPPED,
                    text ? Severity.NOTE : Severity.CHANGES_ANSWER,
                    "modalities",
                    "answers are texts");
        }
        lost(request.audioOutput() != null, "audioOutput", "answers are texts", losses);
        lost(request.prediction() != null, "prediction", "answers cannot be predicted", losses);
    }

    private static void lost(boolean present, String path, String reason, Losses losses) {
        if (present) {
            losses.dropped(path, reason);
        }
    }
}
