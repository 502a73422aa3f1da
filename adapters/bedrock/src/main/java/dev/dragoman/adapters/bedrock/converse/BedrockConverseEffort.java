// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.capability.ModelTraits;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.settings.ReasoningEffort;
import dev.dragoman.model.settings.ReasoningSettings;
import dev.dragoman.prepare.ReasoningConversion;
import dev.dragoman.prepare.ThinkingPlan;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decides how models that know an effort at most are told to think, and reports what that changes. */
final class BedrockConverseEffort {
    /** What shares are counted of where the model's ceiling is unknown. */
    private static final long USUAL_CEILING = 32_000;

    private final ReasoningSettings asked;
    private final ModelTraits traits;
    private final BedrockConverseFamily family;
    private final Losses losses;

    BedrockConverseEffort(ReasoningSettings asked, ModelTraits traits, BedrockConverseFamily family, Losses losses) {
        this.asked = asked;
        this.traits = traits;
        this.family = family;
        this.losses = losses;
    }

    BedrockConverseThinking plan() {
        if (family.reasoning() == BedrockConverseFamily.Reasoning.NONE) {
            losses.dropped("reasoning", "this model cannot be told to think");
            return thinking(null, null);
        }
        if (asked.visibility() != null) {
            losses.add(
                    LossKind.DROPPED, Severity.NOTE, "reasoning.visibility", "the model decides what of it is shown");
        }
        boolean off = asked.mode() == ReasoningSettings.Mode.OFF
                || ReasoningEffort.NONE.equals(asked.effort())
                || (asked.mode() == null && Objects.equals(asked.budgetTokens(), 0L));
        return family.reasoning() == BedrockConverseFamily.Reasoning.NOVA ? nova(off) : effort(off);
    }

    private BedrockConverseThinking thinking(@Nullable String effort, @Nullable String nova) {
        return new BedrockConverseThinking(new ThinkingPlan(null, null, null, effort, null), family, nova);
    }

    private BedrockConverseThinking nova(boolean off) {
        if (off) {
            moved("reasoning.effort", asked.effort() != null);
            moved("reasoning.budgetTokens", asked.budgetTokens() != null);
            return thinking(null, "disabled");
        }
        String effort = wanted();
        if (effort == null) {
            losses.add(LossKind.DEFAULTED, Severity.NOTE, "reasoning.effort", "this model thinks with an effort");
            effort = ReasoningEffort.MEDIUM.value();
        }
        if (asked.mode() == ReasoningSettings.Mode.ADAPTIVE) {
            losses.add(LossKind.APPROXIMATED, Severity.NOTE, "reasoning.mode", "this model thinks or does not");
        } else if (asked.mode() == null) {
            losses.add(LossKind.DEFAULTED, Severity.NOTE, "reasoning.mode", "thinking is switched on by a mode");
        }
        return thinking(effort, "enabled");
    }

    private void moved(String path, boolean present) {
        if (present) {
            losses.add(LossKind.MOVED, Severity.NOTE, path, "thinking is switched off instead");
        }
    }

    private BedrockConverseThinking effort(boolean off) {
        if (asked.mode() != null) {
            losses.dropped("reasoning.mode", "this model knows efforts only");
        }
        if (off && asked.effort() == null) {
            boolean none = traits.efforts().contains(ReasoningEffort.NONE.value());
            if (asked.budgetTokens() != null) {
                losses.approximated("reasoning.budgetTokens", "this model knows efforts only");
            }
            return thinking(none ? ReasoningEffort.NONE.value() : null, null);
        }
        return thinking(wanted(), null);
    }

    /** The effort asked for, in a word that the model knows; {@code null} if none. */
    private @Nullable String wanted() {
        ReasoningEffort effort = asked.effort();
        Long budget = asked.budgetTokens();
        if (effort == null && budget == null) {
            return null;
        }
        if (effort == null) {
            long ceiling = traits.maxOutputTokens() == null ? USUAL_CEILING : traits.maxOutputTokens();
            effort = ReasoningConversion.effort(Objects.requireNonNull(budget), ceiling);
            losses.approximated("reasoning.budgetTokens", "this model decides by effort");
            losses.add(LossKind.DEFAULTED, Severity.NOTE, "reasoning.effort", "the budget is told as an effort");
        } else if (budget != null) {
            losses.dropped("reasoning.budgetTokens", "this model decides by effort");
        }
        if (traits.efforts().isEmpty()) {
            losses.dropped("reasoning.effort", "this model knows no efforts");
            return null;
        }
        ReasoningEffort known = ReasoningConversion.nearest(effort, traits.efforts());
        if (asked.effort() != null && !known.equals(effort)) {
            losses.approximated("reasoning.effort", "this model knows the efforts " + traits.efforts());
        }
        return known.value();
    }
}
