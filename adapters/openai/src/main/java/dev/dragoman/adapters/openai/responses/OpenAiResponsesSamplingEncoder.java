// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.responses;

import dev.dragoman.adapters.openai.shared.OpenAiModels;
import dev.dragoman.capability.ModelTraits;
import dev.dragoman.fit.Setting;
import dev.dragoman.fit.UnsaidSettings;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.settings.Sampling;
import org.jspecify.annotations.Nullable;

/** How tokens are drawn and how many: much of what other dialects can say of it has no word here. */
final class OpenAiResponsesSamplingEncoder {
    private static final UnsaidSettings UNSAID = UnsaidSettings.of(
            Setting.TOP_K,
            Setting.FREQUENCY_PENALTY,
            Setting.PRESENCE_PENALTY,
            Setting.SEED,
            Setting.LOGIT_BIAS,
            Setting.CHOICE_COUNT,
            Setting.MODALITIES,
            Setting.AUDIO_OUTPUT,
            Setting.PREDICTION);

    /** The API refuses a smaller limit. */
    private static final long LEAST_TOKENS = 16;

    private OpenAiResponsesSamplingEncoder() {}

    static void encode(ChatRequest request, @Nullable ModelTraits traits, JsonWriter json, Losses losses) {
        Sampling sampling = request.sampling();
        if (traits == null || OpenAiModels.takesSampling(request, traits)) {
            json.field("temperature", sampling.temperature()).field("top_p", sampling.topP());
        } else {
            lost(sampling.temperature() != null, "sampling.temperature", "the model draws in its own way", losses);
            lost(sampling.topP() != null, "sampling.topP", "the model draws in its own way", losses);
        }
        lost(!request.stop().isEmpty(), "stop", "there are no stop sequences", losses);
        Long most = request.maxOutputTokens();
        if (most != null && most < LEAST_TOKENS) {
            losses.add(LossKind.CLAMPED, "maxOutputTokens", "the least limit is " + LEAST_TOKENS);
            most = LEAST_TOKENS;
        }
        json.field("max_output_tokens", most);
        UNSAID.report(request, losses);
    }

    private static void lost(boolean present, String path, String reason, Losses losses) {
        if (present) {
            losses.dropped(path, reason);
        }
    }
}
