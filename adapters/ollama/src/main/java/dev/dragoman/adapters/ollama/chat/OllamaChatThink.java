// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.ollama.chat;

import dev.dragoman.capability.ModelTraits;
import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.settings.ReasoningEffort;
import dev.dragoman.model.settings.ReasoningSettings;
import dev.dragoman.model.settings.ReasoningSettings.Mode;
import dev.dragoman.prepare.ReasoningConversion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code think}: a boolean or one of four words. Left out, a model that can think does. The words as in the server's own bridge
 * from OpenAI's: {@code minimal} is {@code low}, {@code xhigh} is {@code max}.
 */
final class OllamaChatThink {
    private static final List<String> WORDS = List.of("low", "medium", "high", "max");

    /** What a budget is a share of where the request states no limit. */
    private static final long CEILING = 32_768;

    private OllamaChatThink() {}

    static ReasoningSettings decode(JsonReader in) {
        if (in.isNull()) {
            return ReasoningSettings.DEFAULT;
        }
        if (in.isBoolean()) {
            return ReasoningSettings.ofMode(in.bool() ? Mode.ON : Mode.OFF);
        }
        if (!in.isString()) {
            throw in.mismatch("a boolean or a string");
        }
        String word = in.string();
        if (!WORDS.contains(word)) {
            throw in.invalid("think is true, false, 'low', 'medium', 'high' or 'max'");
        }
        return ReasoningSettings.ofEffort(new ReasoningEffort(word));
    }

    static void encode(ReasoningSettings reasoning, ModelTraits traits, JsonWriter json, Losses losses) {
        if (reasoning.equals(ReasoningSettings.DEFAULT)) {
            return;
        }
        OllamaChatDialect.EXTENSIONS.dropAll(reasoning.extensions(), "reasoning", losses);
        if (reasoning.visibility() != null) {
            losses.add(
                    LossKind.DROPPED,
                    Severity.NOTE,
                    "reasoning.visibility",
                    "thoughts are shown whenever there are any");
        }
        boolean off = isOff(reasoning);
        if (traits.thinking().isEmpty() && !off) {
            losses.dropped("reasoning", "this model does not think");
            return;
        }
        if (off) {
            off(reasoning, losses);
            json.field("think", Boolean.FALSE);
            return;
        }
        String word = word(reasoning, losses);
        if (word != null) {
            said(reasoning.mode(), losses);
            json.field("think", word);
        } else if (reasoning.mode() == Mode.ON) {
            json.field("think", Boolean.TRUE);
        } else if (reasoning.mode() == Mode.ADAPTIVE) {
            losses.add(
                    LossKind.APPROXIMATED,
                    Severity.NOTE,
                    "reasoning.mode",
                    "a model that can think does so by default");
        }
    }

    private static boolean isOff(ReasoningSettings reasoning) {
        if (reasoning.mode() == Mode.OFF || ReasoningEffort.NONE.equals(reasoning.effort())) {
            return true;
        }
        Long budget = reasoning.budgetTokens();
        return reasoning.effort() == null && budget != null && budget == 0;
    }

    /** Reports what "no" says beside itself. */
    private static void off(ReasoningSettings reasoning, Losses losses) {
        if (reasoning.mode() != null && reasoning.mode() != Mode.OFF) {
            losses.approximated("reasoning.mode", "the request says both to think and not to think");
        } else if (reasoning.mode() == null) {
            String path = reasoning.effort() != null ? "reasoning.effort" : "reasoning.budgetTokens";
            losses.add(LossKind.EMULATED, path, "not to think is said by 'think': false");
        }
        if (reasoning.mode() != null && reasoning.effort() != null) {
            losses.dropped("reasoning.effort", "the model does not think");
        }
        if (reasoning.budgetTokens() != null && (reasoning.mode() != null || reasoning.effort() != null)) {
            losses.dropped("reasoning.budgetTokens", "the model does not think");
        }
    }

    private static @Nullable String word(ReasoningSettings reasoning, Losses losses) {
        ReasoningEffort effort = reasoning.effort();
        Long budget = reasoning.budgetTokens();
        String path = "reasoning.effort";
        if (effort == null) {
            if (budget == null) {
                return null;
            }
            path = "reasoning.budgetTokens";
            effort = ReasoningConversion.effort(budget, CEILING);
            losses.add(LossKind.MOVED, Severity.NOTE, "reasoning.effort", "a budget is told as an effort there");
        } else if (budget != null) {
            losses.dropped("reasoning.budgetTokens", "the effort says it");
        }
        String word = WORDS.contains(effort.value())
                ? effort.value()
                : ReasoningConversion.nearest(effort, WORDS).value();
        word = WORDS.contains(word) ? word : "medium";
        if (reasoning.effort() == null || !word.equals(effort.value())) {
            losses.approximated(path, "the nearest effort is '" + word + "'");
        }
        return word;
    }

    private static void said(@Nullable Mode mode, Losses losses) {
        if (mode != null) {
            losses.add(LossKind.DROPPED, Severity.NOTE, "reasoning.mode", "the effort says to think");
        }
    }
}
