// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.prepare;

import dev.dragoman.capability.ModelTraits;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.settings.Sampling;
import org.jspecify.annotations.Nullable;

/**
 * Fits temperature, top-p and top-k to a model whose range ends at 1: newest models of Claude take none of them, some take
 * temperature or top-p but not both, and none takes them freely while it thinks.
 */
public final class SamplingFitter {
    private final Sampling asked;
    private final ModelTraits traits;
    private final ThinkingPlan thinking;
    private final Losses losses;

    private SamplingFitter(Sampling asked, ModelTraits traits, ThinkingPlan thinking, Losses losses) {
        this.asked = asked;
        this.traits = traits;
        this.thinking = thinking;
        this.losses = losses;
    }

    /** The settings with these three as the model takes them; what is changed goes into the losses. */
    public static Sampling fit(Sampling asked, ModelTraits traits, ThinkingPlan thinking, Losses losses) {
        return new SamplingFitter(asked, traits, thinking, losses).fit();
    }

    private Sampling fit() {
        Double temperature = asked.temperature();
        Double topP = asked.topP();
        if (!traits.sampling()) {
            unsampled(temperature != null, temperature != null && temperature == 1, "temperature");
            unsampled(topP != null, topP != null && topP >= 0.99, "topP");
            unsampled(asked.topK() != null, false, "topK");
            return with(null, null, null);
        }
        if (temperature != null && thinking.isOn() && temperature != 1) {
            losses.dropped("sampling.temperature", "a model that thinks draws at temperature 1");
            temperature = null;
        }
        if (topP != null && temperature != null && !traits.temperatureWithTopP()) {
            losses.dropped("sampling.topP", "this model takes temperature or top-p, not both");
            topP = null;
        }
        Integer topK = asked.topK();
        if (topK != null && thinking.isOn()) {
            losses.dropped("sampling.topK", "a model that thinks takes no top-k");
            topK = null;
        }
        return with(
                within(temperature, 0, "sampling.temperature"),
                within(topP, thinking.isOn() ? 0.95 : 0, "sampling.topP"),
                topK);
    }

    private Sampling with(@Nullable Double temperature, @Nullable Double topP, @Nullable Integer topK) {
        return new Sampling(
                temperature,
                topP,
                topK,
                asked.frequencyPenalty(),
                asked.presencePenalty(),
                asked.seed(),
                asked.logitBias());
    }

    private void unsampled(boolean present, boolean usual, String name) {
        if (present) {
            losses.add(
                    LossKind.DROPPED,
                    usual ? Severity.NOTE : Severity.CHANGES_ANSWER,
                    "sampling." + name,
                    "this model takes no sampling settings");
        }
    }

    private @Nullable Double within(@Nullable Double value, double least, String path) {
        if (value == null || (value >= least && value <= 1)) {
            return value;
        }
        losses.add(LossKind.CLAMPED, path, "from " + least + " to 1");
        return Math.min(1, Math.max(least, value));
    }
}
