// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

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
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code thinkingConfig}: models up to 2.5 take a budget, later ones a level, and none takes both. Source: "Thinking" of Google's
 * API documentation; the words of levels after npm {@code @google/genai} 3.1.0, {@code xhigh} after npm {@code @ai-sdk/google}
 * 4.0.121.
 */
final class GeminiThinking {
    /** What efforts are shares of, where the model's own limit is unknown. */
    private static final long CEILING = 65_536;

    private static final List<String> STRENGTHS = List.of("none", "minimal", "low", "medium", "high", "xhigh", "max");

    private final ReasoningSettings settings;
    private final @Nullable Long maxOutputTokens;
    private final ModelTraits traits;
    private final Losses losses;
    private @Nullable Boolean include;
    private @Nullable Long budget;
    private @Nullable String level;

    private GeminiThinking(ChatRequest request, ModelTraits traits, Losses losses) {
        settings = request.reasoning();
        maxOutputTokens = request.maxOutputTokens();
        this.traits = traits;
        this.losses = losses;
    }

    static GeminiThinking of(ChatRequest request, ModelTraits traits, Losses losses) {
        GeminiThinking thinking = new GeminiThinking(request, traits, losses);
        if (thinking.settings.equals(ReasoningSettings.DEFAULT)) {
            return thinking;
        }
        if (traits.thinking().isEmpty()) {
            thinking.cannot();
        } else {
            thinking.visibility();
            thinking.amount();
        }
        return thinking;
    }

    /** Whether there is nothing to write. */
    boolean isEmpty() {
        return include == null
                && budget == null
                && level == null
                && settings.extensions().of(GeminiDialect.ID).isEmpty();
    }

    void encode(JsonWriter json) {
        json.beginObject("thinkingConfig");
        json.field("includeThoughts", include).field("thinkingBudget", budget).field("thinkingLevel", level);
        GeminiDialect.EXTENSIONS.writeOwn(settings.extensions(), json);
        json.endObject();
    }

    private void cannot() {
        ReasoningSettings.Mode mode = settings.mode();
        boolean off = mode == ReasoningSettings.Mode.OFF || ReasoningEffort.NONE.equals(settings.effort());
        Severity severity = off ? Severity.NOTE : Severity.CHANGES_ANSWER;
        dropped(mode != null, severity, "mode");
        dropped(settings.effort() != null, severity, "effort");
        dropped(settings.budgetTokens() != null, severity, "budgetTokens");
        dropped(settings.visibility() != null, Severity.NOTE, "visibility");
    }

    private void dropped(boolean present, Severity severity, String member) {
        if (present) {
            losses.add(LossKind.DROPPED, severity, "reasoning." + member, "this model does not think");
        }
    }

    private void visibility() {
        ReasoningSettings.Visibility visibility = settings.visibility();
        if (visibility == null) {
            return;
        }
        include = visibility != ReasoningSettings.Visibility.OMITTED;
        if (include && visibility != ReasoningSettings.Visibility.AUTO) {
            note(LossKind.APPROXIMATED, "visibility", "thoughts are shown or not");
        }
    }

    private void amount() {
        Long asked = settings.budgetTokens();
        ReasoningEffort effort = settings.effort();
        ReasoningSettings.Mode mode = settings.mode();
        boolean manual = traits.thinks(ThinkingKind.MANUAL);
        if (mode == ReasoningSettings.Mode.OFF) {
            off("mode");
            unused(effort != null && !effort.equals(ReasoningEffort.NONE), "effort", "thinking is off");
            unused(asked != null && asked > 0, "budgetTokens", "thinking is off");
            if (ReasoningEffort.NONE.equals(effort)) {
                note(LossKind.MOVED, "effort", "no thinking is a budget of 0");
            }
            if (asked != null && asked == 0) {
                note(LossKind.MOVED, "budgetTokens", "no thinking is a budget of 0");
            }
        } else if (asked != null && (manual || effort == null)) {
            budget(asked, manual);
            unused(effort != null, "effort", "a budget says it, and both are refused");
            spent(mode);
        } else if (effort != null) {
            effort(effort, manual);
            unused(asked != null, "budgetTokens", "a level says it, and both are refused");
            spent(mode);
        } else if (mode != null) {
            only(mode, manual);
        }
    }

    private void off(String member) {
        if (traits.thinks(ThinkingKind.OFF)) {
            budget = 0L;
            return;
        }
        losses.approximated("reasoning." + member, "this model thinks always; it is told to think as little as it can");
        if (traits.thinks(ThinkingKind.MANUAL)) {
            budget = traits.leastThinkingBudget() == null ? 1 : traits.leastThinkingBudget();
        } else if (!traits.efforts().isEmpty()) {
            level = level(traits.efforts().get(0));
        }
    }

    private void budget(long asked, boolean manual) {
        if (!manual) {
            ReasoningEffort near = ReasoningConversion.effort(asked, ceiling());
            losses.approximated("reasoning.budgetTokens", "this model takes a level instead of a budget");
            level = level(nearest(near.value()));
        } else if (asked == 0) {
            note(LossKind.MOVED, "budgetTokens", "a budget of 0 is no thinking");
            off("budgetTokens");
        } else {
            budget = within(asked, "reasoning.budgetTokens");
        }
    }

    private void effort(ReasoningEffort effort, boolean manual) {
        if (effort.equals(ReasoningEffort.NONE)) {
            note(LossKind.MOVED, "effort", "no thinking is a budget of 0");
            off("effort");
        } else if (!traits.efforts().isEmpty()) {
            String near = nearest(effort.value());
            if (!near.equals(effort.value())) {
                losses.approximated("reasoning.effort", "the nearest level of this model is '" + near + "'");
            }
            level = level(near);
        } else if (manual) {
            losses.approximated("reasoning.effort", "this model takes a budget instead of a level");
            budget = within(ReasoningConversion.budget(effort, ceiling()), "reasoning.effort");
        } else {
            losses.dropped("reasoning.effort", "this model cannot be told how much to think");
        }
    }

    private void only(ReasoningSettings.Mode mode, boolean manual) {
        if (mode == ReasoningSettings.Mode.ADAPTIVE && manual) {
            budget = -1L;
        } else if (manual && !traits.thinksByDefault()) {
            note(LossKind.APPROXIMATED, "mode", "the model decides how much it thinks");
            budget = -1L;
        } else {
            note(LossKind.DROPPED, "mode", "this model thinks as it likes anyway");
        }
    }

    /** A mode beside an amount. */
    private void spent(ReasoningSettings.@Nullable Mode mode) {
        if (mode != null) {
            note(LossKind.APPROXIMATED, "mode", "the amount says it");
        }
    }

    /** The budget in the range of the model and below the most tokens of the answer, of which thoughts are a part. */
    private long within(long asked, String path) {
        long least = traits.leastThinkingBudget() == null ? 1 : traits.leastThinkingBudget();
        long most = traits.mostThinkingBudget() == null ? Long.MAX_VALUE : traits.mostThinkingBudget();
        long fitted = Math.min(most, Math.max(least, asked));
        if (maxOutputTokens != null && fitted >= maxOutputTokens) {
            fitted = Math.max(least, Math.min(fitted, maxOutputTokens / 2));
        }
        if (fitted != asked) {
            losses.add(LossKind.CLAMPED, path, "from " + least + ", and less than the most tokens of the answer");
        }
        return fitted;
    }

    private long ceiling() {
        return traits.maxOutputTokens() == null ? CEILING : Math.min(CEILING, traits.maxOutputTokens());
    }

    /** The next weaker level of the model, else its weakest; a word that nobody knows goes as it is. */
    private String nearest(String asked) {
        List<String> known = traits.efforts();
        int strength = STRENGTHS.indexOf(asked);
        if (strength < 0 || known.contains(asked) || known.isEmpty()) {
            return asked;
        }
        for (int i = strength - 1; i > 0; i--) {
            if (known.contains(STRENGTHS.get(i))) {
                return STRENGTHS.get(i);
            }
        }
        return known.get(0);
    }

    private static String level(String word) {
        return switch (word) {
            case "minimal" -> "MINIMAL";
            case "low" -> "LOW";
            case "medium" -> "MEDIUM";
            case "high" -> "HIGH";
            default -> word;
        };
    }

    private void unused(boolean present, String member, String reason) {
        if (present) {
            losses.dropped("reasoning." + member, reason);
        }
    }

    private void note(LossKind kind, String member, String reason) {
        losses.add(kind, Severity.NOTE, "reasoning." + member, reason);
    }
}
