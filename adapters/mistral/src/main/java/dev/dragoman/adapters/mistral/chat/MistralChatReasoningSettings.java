// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.mistral.chat;

import dev.dragoman.capability.ModelTraits;
import dev.dragoman.capability.ThinkingKind;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.settings.ReasoningEffort;
import dev.dragoman.model.settings.ReasoningSettings;
import dev.dragoman.prepare.ReasoningConversion;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code reasoning_effort} and {@code prompt_mode}. The words for an effort differ by model; older models that think always know
 * the mode only. A model of which nothing is known is asked with the word as it is.
 */
final class MistralChatReasoningSettings {
    /** Of how many tokens a budget is a share, where the most that a model produces is not known. */
    private static final long CEILING = 65_536;

    private final ChatRequest request;
    private final ReasoningSettings settings;
    private final Optional<ModelTraits> traits;
    private final JsonWriter json;
    private final Losses losses;

    MistralChatReasoningSettings(ChatRequest request, Optional<ModelTraits> traits, JsonWriter json, Losses losses) {
        this.request = request;
        this.settings = request.reasoning();
        this.traits = traits;
        this.json = json;
        this.losses = losses;
    }

    /** Whether the model thinks before it answers this request; {@code false} where that is not known. */
    static boolean isOn(ReasoningSettings settings, Optional<ModelTraits> traits) {
        if (traits.isPresent() && traits.get().thinksByDefault()) {
            return true;
        }
        if (settings.mode() != null) {
            return settings.mode() == ReasoningSettings.Mode.ON;
        }
        return settings.effort() != null
                ? !settings.effort().equals(ReasoningEffort.NONE)
                : settings.budgetTokens() != null;
    }

    void encode() {
        if (settings.visibility() != null) {
            losses.add(
                    LossKind.DROPPED,
                    Severity.NOTE,
                    "reasoning.visibility",
                    "how much of the thoughts is shown cannot be said there");
        }
        MistralChatDialect.EXTENSIONS.dropAll(settings.extensions(), "reasoning", losses);
        boolean byMode = traits.isPresent()
                && traits.get().efforts().isEmpty()
                && traits.get().thinks(ThinkingKind.ADAPTIVE);
        if (byMode) {
            mode();
            return;
        }
        ReasoningEffort wish = wish();
        if (wish != null) {
            effort(wish);
        }
    }

    /** For models that know {@code prompt_mode} only. */
    private void mode() {
        if (settings.mode() == ReasoningSettings.Mode.ON) {
            if (!isSaidByExtension()) {
                json.field("prompt_mode", "reasoning");
            }
        } else if (settings.mode() != null) {
            losses.approximated("reasoning.mode", "the model always thinks");
        }
        if (settings.effort() != null) {
            losses.dropped("reasoning.effort", "the model decides how hard to think");
        }
        if (settings.budgetTokens() != null) {
            losses.dropped("reasoning.budgetTokens", "the model decides how long to think");
        }
    }

    /** Whether the client has set the field itself, in whatever dialect it speaks. */
    private boolean isSaidByExtension() {
        return request.extensions().byDialect().values().stream().anyMatch(fields -> fields.containsKey("prompt_mode"));
    }

    /** The effort that the settings ask for in one way or another; {@code null} if they ask for none. */
    private @Nullable ReasoningEffort wish() {
        ReasoningSettings.Mode mode = settings.mode();
        ReasoningEffort effort = settings.effort();
        Long budget = settings.budgetTokens();
        if (mode != null) {
            losses.add(LossKind.EMULATED, Severity.NOTE, "reasoning.mode", "thinking is switched by its effort there");
        }
        if (mode == ReasoningSettings.Mode.OFF) {
            lost(effort, "effort");
            lost(budget, "budgetTokens");
            return ReasoningEffort.NONE;
        }
        if (effort != null) {
            lost(budget, "budgetTokens");
            return effort;
        }
        if (budget != null) {
            losses.approximated("reasoning", "how long to think is told in words there");
            Long ceiling = traits.map(ModelTraits::maxOutputTokens).orElse(null);
            return ReasoningConversion.effort(budget, ceiling == null ? CEILING : ceiling);
        }
        // A model that decides by itself is asked for nothing.
        return mode == ReasoningSettings.Mode.ON ? ReasoningEffort.HIGH : null;
    }

    private void lost(@Nullable Object value, String member) {
        if (value != null) {
            losses.dropped("reasoning." + member, "another setting decides how hard to think there");
        }
    }

    private void effort(ReasoningEffort wish) {
        String asked = settings.effort() != null ? "reasoning.effort" : "reasoning";
        if (traits.isPresent() && traits.get().efforts().isEmpty()) {
            if (!wish.equals(ReasoningEffort.NONE)) {
                losses.dropped(asked, "the model does not think");
            } else if (settings.effort() != null) {
                losses.add(LossKind.DROPPED, Severity.NOTE, asked, "the model does not think anyhow");
            }
            return;
        }
        ReasoningEffort known = traits.map(model -> ReasoningConversion.nearest(wish, model.efforts()))
                .orElse(wish);
        if (!known.equals(wish)) {
            losses.approximated(asked, "the model's nearest word is '" + known.value() + "'");
        }
        json.field("reasoning_effort", known.value());
    }
}
