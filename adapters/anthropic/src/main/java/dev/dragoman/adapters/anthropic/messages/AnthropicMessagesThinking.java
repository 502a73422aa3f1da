// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

import dev.dragoman.capability.ModelTraits;
import dev.dragoman.capability.ThinkingKind;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.settings.ReasoningEffort;
import dev.dragoman.model.settings.ReasoningSettings;
import dev.dragoman.prepare.ReasoningConversion;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a model is told to think, and how many tokens it may produce, which bounds it.
 *
 * @param type {@code thinking.type}; {@code null} to say nothing
 * @param budget {@code thinking.budget_tokens}; {@code null} if none
 * @param display {@code thinking.display}; {@code null} if not said
 * @param effort {@code output_config.effort}; {@code null} if not said
 * @param maxTokens {@code max_tokens}
 */
record AnthropicMessagesThinking(
        @Nullable String type,
        @Nullable Long budget,
        @Nullable String display,
        @Nullable String effort,
        long maxTokens) {
    /** Most tokens asked for where the caller does not say and the model is unknown. */
    private static final long DEFAULT_TOKENS = 4096;
    /** Vendor's SDKs refuse more without a stream: an answer would take over ten minutes. */
    private static final long UNSTREAMED_TOKENS = 21_333;
    /** What shares are counted of where the model's ceiling is unknown. */
    private static final long USUAL_CEILING = 32_000;

    /** Whether the model thinks. */
    boolean isOn() {
        return "enabled".equals(type) || "adaptive".equals(type);
    }

    /** Whether it thinks with a budget, which forbids more than thinking otherwise. */
    boolean isManual() {
        return "enabled".equals(type);
    }

    /** The same request without thinking. */
    AnthropicMessagesThinking off() {
        return new AnthropicMessagesThinking("disabled", null, null, effort, maxTokens);
    }

    static AnthropicMessagesThinking of(ChatRequest request, ModelTraits traits, Losses losses) {
        return new Planner(request, traits, losses).plan();
    }

    void encode(ReasoningSettings settings, JsonWriter json, Losses losses) {
        AnthropicMessagesFields.foreign(settings.extensions(), "reasoning", losses);
        Map<String, RawJson> own = settings.extensions().of(AnthropicMessagesDialect.ID);
        if (type == null) {
            own.keySet()
                    .forEach(name -> losses.dropped(
                            "reasoning.extensions." + AnthropicMessagesDialect.ID + "." + name,
                            "nothing is said about thinking"));
            return;
        }
        json.beginObject("thinking").field("type", type).field("budget_tokens", budget);
        if (!own.containsKey("display")) {
            json.field("display", display);
        }
        own.forEach((name, value) -> {
            if (!name.equals(AnthropicMessagesThinkingDecoder.BETWEEN_TOOLS)) {
                json.field(name, value);
            }
        });
        json.endObject();
    }

    /** Decides, and reports what it changes. */
    private static final class Planner {
        private final ChatRequest request;
        private final ReasoningSettings asked;
        private final ModelTraits traits;
        private final Losses losses;
        private final long ceiling;
        private long maxTokens;
        private @Nullable String effort;
        private @Nullable Long budget;

        Planner(ChatRequest request, ModelTraits traits, Losses losses) {
            this.request = request;
            this.asked = request.reasoning();
            this.traits = traits;
            this.losses = losses;
            this.ceiling = traits.maxOutputTokens() == null ? USUAL_CEILING : traits.maxOutputTokens();
        }

        AnthropicMessagesThinking plan() {
            maxTokens = maxTokens();
            String type = asked.equals(ReasoningSettings.DEFAULT) ? null : type();
            if ("enabled".equals(type)) {
                type = withinLimit();
            }
            boolean on = "enabled".equals(type) || "adaptive".equals(type);
            return new AnthropicMessagesThinking(type, budget, display(on), effort, maxTokens);
        }

        private long maxTokens() {
            Long wanted = request.maxOutputTokens();
            Long most = traits.maxOutputTokens();
            if (wanted == null) {
                losses.add(LossKind.DEFAULTED, Severity.NOTE, "maxOutputTokens", "a limit is required there");
                if (most == null) {
                    return DEFAULT_TOKENS;
                }
                return request.stream() ? most : Math.min(most, UNSTREAMED_TOKENS);
            }
            if (most != null && wanted > most) {
                losses.add(LossKind.CLAMPED, "maxOutputTokens", "this model produces at most " + most + " tokens");
                return most;
            }
            return wanted;
        }

        private @Nullable String type() {
            boolean between =
                    asked.extensions().get(AnthropicMessagesDialect.ID, AnthropicMessagesThinkingDecoder.BETWEEN_TOOLS)
                            != null;
            if (between && traits.thinks(ThinkingKind.BETWEEN_TOOLS)) {
                effort(ReasoningEffort.HIGH);
                return "between_tools";
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

        private @Nullable String off(boolean none, boolean zero) {
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
                return "disabled";
            }
            if (traits.thinks(ThinkingKind.BETWEEN_TOOLS)) {
                losses.approximated(path, "this model thinks at least between calls of tools");
                effort(ReasoningEffort.HIGH);
                return "between_tools";
            }
            if (traits.thinking().isEmpty()) {
                note(LossKind.DROPPED, path, "this model does not think anyway");
                return null;
            }
            losses.approximated(path, "this model always thinks; it is told to think little");
            effort = ReasoningEffort.LOW.value();
            return null;
        }

        private @Nullable String on() {
            boolean adaptive = traits.thinks(ThinkingKind.ADAPTIVE);
            boolean counted = asked.budgetTokens() != null;
            if (!counted && asked.mode() == null && asked.effort() == null) {
                if (adaptive && traits.thinksByDefault()) {
                    note(LossKind.DEFAULTED, "reasoning.mode", "what is shown is said together with a mode");
                    return "adaptive";
                }
                return null;
            }
            if (counted && traits.thinks(ThinkingKind.MANUAL)) {
                mode(ReasoningSettings.Mode.ON);
                budget = asked.budgetTokens();
                knownEffort();
                return "enabled";
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
                return "enabled";
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
            return "adaptive";
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
        private String withinLimit() {
            long wanted = Objects.requireNonNull(budget);
            String path = asked.budgetTokens() != null ? "reasoning.budgetTokens" : "reasoning";
            long tokens = Math.max(ReasoningConversion.LEAST_BUDGET, wanted);
            if (tokens >= maxTokens && request.maxOutputTokens() == null) {
                maxTokens = Math.max(Math.min(ceiling, tokens + DEFAULT_TOKENS), ReasoningConversion.LEAST_BUDGET + 1);
            }
            if (tokens >= maxTokens) {
                tokens = maxTokens - 1;
            }
            if (tokens < ReasoningConversion.LEAST_BUDGET) {
                losses.dropped("reasoning", "thinking needs a limit of more than 1024 tokens");
                budget = null;
                return "disabled";
            }
            if (tokens != wanted) {
                losses.add(LossKind.CLAMPED, path, "a budget is at least 1024 tokens and below max_tokens");
            }
            budget = tokens;
            return "enabled";
        }

        private @Nullable String display(boolean on) {
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
                return "summarized";
            }
            switch (visibility) {
                case OMITTED -> {
                    return "omitted";
                }
                case AUTO, CONCISE ->
                    note(LossKind.APPROXIMATED, "reasoning.visibility", "thoughts are summarized or omitted");
                case DETAILED -> {}
            }
            return "summarized";
        }

        private void note(LossKind kind, String path, String reason) {
            losses.add(kind, Severity.NOTE, path, reason);
        }
    }
}
