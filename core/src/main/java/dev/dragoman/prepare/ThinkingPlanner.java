// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.prepare;

import dev.dragoman.capability.ModelTraits;
import dev.dragoman.capability.ThinkingKind;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.settings.ReasoningEffort;
import dev.dragoman.model.settings.ReasoningSettings;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decides how a model is told to think, and reports what that changes. */
final class ThinkingPlanner {
    /** Room for the answer beside a budget where the caller names no limit. */
    private static final long ANSWER_TOKENS = 4096;
    /** What shares are counted of where the model's ceiling is unknown. */
    private static final long USUAL_CEILING = 32_000;

    private final ChatRequest request;
    private final ReasoningSettings asked;
    private final ModelTraits traits;
    private final Losses losses;
    private final long ceiling;
    private final @Nullable ThinkingKind wish;
    private @Nullable Long limit;
    private @Nullable String effort;
    private @Nullable Long budget;

    ThinkingPlanner(
            ChatRequest request, ModelTraits traits, @Nullable Long limit, @Nullable ThinkingKind wish, Losses losses) {
        this.request = request;
        this.limit = limit;
        this.wish = wish;
        this.asked = request.reasoning();
        this.traits = traits;
        this.losses = losses;
        this.ceiling = traits.maxOutputTokens() == null ? USUAL_CEILING : traits.maxOutputTokens();
    }

    ThinkingPlan plan() {
        ThinkingKind kind = asked.equals(ReasoningSettings.DEFAULT) ? null : kind();
        if (kind == ThinkingKind.MANUAL) {
            kind = withinLimit();
        }
        boolean on = kind == ThinkingKind.MANUAL || kind == ThinkingKind.ADAPTIVE;
        return new ThinkingPlan(kind, budget, visibility(on), effort, limit);
    }

    private @Nullable ThinkingKind kind() {
        if (wish == ThinkingKind.BETWEEN_TOOLS && traits.thinks(ThinkingKind.BETWEEN_TOOLS)) {
            effort(ReasoningEffort.HIGH);
            return ThinkingKind.BETWEEN_TOOLS;
        }
        boolean none = ReasoningEffort.NONE.equals(asked.effort());
        boolean zero = asked.mode() == null && Objects.equals(asked.budgetTokens(), 0L);
        if (asked.mode() == ReasoningSettings.Mode.OFF || none || zero) {
            return off(none, zero);
        }
        if (!traits.thinks(ThinkingKind.ADAPTIVE) && !traits.thinks(ThinkingKind.MANUAL)) {
            losses.dropped("reasoning", "this model does not think");
            return null;
        }
        return on();
    }

    private @Nullable ThinkingKind off(boolean none, boolean zero) {
        if (none) {
            note(LossKind.MOVED, "reasoning.effort", "thinking is switched off instead");
        }
        if (zero) {
            note(LossKind.MOVED, "reasoning.budgetTokens", "thinking is switched off instead");
        } else if (asked.budgetTokens() != null) {
            note(LossKind.DROPPED, "reasoning.budgetTokens", "no thinking needs no budget");
        }
        if (asked.mode() != null && asked.mode() != ReasoningSettings.Mode.OFF) {
            losses.approximated("reasoning.mode", "no effort means no thinking");
        }
        String path = none ? "reasoning.effort" : zero ? "reasoning.budgetTokens" : "reasoning.mode";
        if (traits.thinks(ThinkingKind.OFF)) {
            effort(ReasoningEffort.HIGH);
            return ThinkingKind.OFF;
        }
        if (traits.thinks(ThinkingKind.BETWEEN_TOOLS)) {
            losses.approximated(path, "this model thinks at least between calls of tools");
            effort(ReasoningEffort.HIGH);
            return ThinkingKind.BETWEEN_TOOLS;
        }
        if (traits.thinking().isEmpty()) {
            note(LossKind.DROPPED, path, "this model does not think anyway");
            return null;
        }
        losses.approximated(path, "this model always thinks; it is told to think little");
        effort = ReasoningEffort.LOW.value();
        return null;
    }

    private @Nullable ThinkingKind on() {
        boolean adaptive = traits.thinks(ThinkingKind.ADAPTIVE);
        boolean counted = asked.budgetTokens() != null;
        if (!counted && asked.mode() == null && asked.effort() == null) {
            if (adaptive && traits.thinksByDefault()) {
                note(LossKind.DEFAULTED, "reasoning.mode", "what is shown is said together with a mode");
                return ThinkingKind.ADAPTIVE;
            }
            return null;
        }
        if (counted && traits.thinks(ThinkingKind.MANUAL)) {
            mode(ReasoningSettings.Mode.ON);
            budget = asked.budgetTokens();
            knownEffort();
            return ThinkingKind.MANUAL;
        }
        if (!adaptive) {
            mode(ReasoningSettings.Mode.ON);
            ReasoningEffort strength = asked.effort() == null ? ReasoningEffort.MEDIUM : asked.effort();
            budget = ReasoningConversion.budget(strength, ceiling);
            if (asked.effort() == null) {
                note(LossKind.DEFAULTED, "reasoning.budgetTokens", "this model thinks with a budget");
            } else {
                losses.approximated("reasoning.effort", "this model thinks with a budget of " + budget + " tokens");
            }
            return ThinkingKind.MANUAL;
        }
        mode(ReasoningSettings.Mode.ADAPTIVE);
        if (counted && asked.effort() == null) {
            long tokens = Objects.requireNonNull(asked.budgetTokens());
            effort = known(ReasoningConversion.effort(tokens, ceiling)).value();
            losses.approximated("reasoning.budgetTokens", "this model decides by effort: " + effort);
        } else if (counted) {
            losses.dropped("reasoning.budgetTokens", "this model decides by effort");
        }
        if (asked.effort() != null) {
            knownEffort();
        }
        return ThinkingKind.ADAPTIVE;
    }

    private void mode(ReasoningSettings.Mode told) {
        if (asked.mode() == null) {
            note(LossKind.DEFAULTED, "reasoning.mode", "thinking is switched on by a mode");
        } else if (asked.mode() != told) {
            note(LossKind.APPROXIMATED, "reasoning.mode", "this model thinks by budget or as it likes, not both");
        }
    }

    private ReasoningEffort known(ReasoningEffort wanted) {
        return traits.efforts().isEmpty() ? wanted : ReasoningConversion.nearest(wanted, traits.efforts());
    }

    private void knownEffort() {
        ReasoningEffort wanted = asked.effort();
        if (wanted == null) {
            return;
        }
        if (traits.efforts().isEmpty()) {
            losses.dropped("reasoning.effort", "this model knows no efforts");
            return;
        }
        ReasoningEffort known = known(wanted);
        if (!known.equals(wanted)) {
            losses.approximated("reasoning.effort", "this model knows the efforts " + traits.efforts());
        }
        effort = known.value();
    }

    /** The effort without thinking, which has a bound. */
    private void effort(ReasoningEffort most) {
        if (asked.effort() == null || asked.effort().equals(ReasoningEffort.NONE)) {
            return;
        }
        knownEffort();
        if (effort != null) {
            String bounded = ReasoningConversion.atMost(new ReasoningEffort(effort), most)
                    .value();
            if (!bounded.equals(effort)) {
                losses.add(LossKind.CLAMPED, "reasoning.effort", "without thinking the effort is at most high");
                effort = bounded;
            }
        }
    }

    /** A budget is at least 1024 tokens and below the limit of the answer. */
    private ThinkingKind withinLimit() {
        long wanted = Objects.requireNonNull(budget);
        String path = asked.budgetTokens() != null ? "reasoning.budgetTokens" : "reasoning";
        long tokens = Math.max(ReasoningConversion.LEAST_BUDGET, wanted);
        if (limit != null && tokens >= limit && request.maxOutputTokens() == null) {
            limit = Math.max(Math.min(ceiling, tokens + ANSWER_TOKENS), ReasoningConversion.LEAST_BUDGET + 1);
        }
        if (limit != null && tokens >= limit) {
            tokens = limit - 1;
        }
        if (tokens < ReasoningConversion.LEAST_BUDGET) {
            losses.dropped("reasoning", "thinking needs a limit of more than 1024 tokens");
            budget = null;
            return ThinkingKind.OFF;
        }
        if (tokens != wanted) {
            losses.add(LossKind.CLAMPED, path, "a budget is at least 1024 tokens and below the limit of the answer");
        }
        budget = tokens;
        return ThinkingKind.MANUAL;
    }

    private ReasoningSettings.@Nullable Visibility visibility(boolean on) {
        ReasoningSettings.Visibility visibility = asked.visibility();
        if (!on) {
            if (visibility != null) {
                note(LossKind.DROPPED, "reasoning.visibility", "no thinking is asked for, so none is shown");
            }
            return null;
        }
        if (visibility == null) {
            if (!traits.hidesThinking()) {
                return null;
            }
            note(LossKind.DEFAULTED, "reasoning.visibility", "this model shows its thoughts only when asked to");
            return ReasoningSettings.Visibility.DETAILED;
        }
        if (visibility == ReasoningSettings.Visibility.AUTO || visibility == ReasoningSettings.Visibility.CONCISE) {
            note(LossKind.APPROXIMATED, "reasoning.visibility", "thoughts are summarized or omitted");
            return ReasoningSettings.Visibility.DETAILED;
        }
        return visibility;
    }

    private void note(LossKind kind, String path, String reason) {
        losses.add(kind, Severity.NOTE, path, reason);
    }
}
