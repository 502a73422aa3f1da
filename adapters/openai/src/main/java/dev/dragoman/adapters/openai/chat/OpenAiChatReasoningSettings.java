// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.settings.ReasoningEffort;
import dev.dragoman.model.settings.ReasoningSettings;
import dev.dragoman.model.settings.ReasoningSettings.Mode;
import dev.dragoman.model.settings.ReasoningSettings.Visibility;
import dev.dragoman.prepare.ReasoningConversion;
import org.jspecify.annotations.Nullable;

/**
 * How much to think: {@code reasoning_effort}, and the switch, the budget and the visibility that compatible vendors added. For a
 * vendor without those, switch and budget become an effort.
 */
final class OpenAiChatReasoningSettings {
    /** What a budget is a share of where the request states no limit: the output ceiling of OpenAI's reasoning models. */
    private static final long CEILING = 128_000;

    private OpenAiChatReasoningSettings() {}

    static void encode(ReasoningSettings reasoning, JsonWriter json, EncodeContext context) {
        if (reasoning.equals(ReasoningSettings.DEFAULT)) {
            return;
        }
        Losses losses = context.losses();
        ReasoningEffort effort = effort(reasoning, context);
        json.field("reasoning_effort", effort == null ? null : effort.value());
        Mode mode = reasoning.mode();
        if (mode == Mode.ADAPTIVE && context.takes("thinking")) {
            json.field("thinking", RawJson.parse("{\"type\":\"adaptive\"}"));
        } else if (mode != null && mode != Mode.ADAPTIVE && context.takes("enable_thinking")) {
            json.field("enable_thinking", mode == Mode.ON);
        }
        if (context.takes("thinking_budget")) {
            json.field("thinking_budget", reasoning.budgetTokens());
        }
        visibility(reasoning.visibility(), json, context);
        OpenAiChatDialect.EXTENSIONS.dropAll(reasoning.extensions(), "reasoning", losses);
    }

    /** The effort of the request, or what its switch and its budget come to. */
    private static @Nullable ReasoningEffort effort(ReasoningSettings reasoning, EncodeContext context) {
        Losses losses = context.losses();
        ReasoningEffort effort = reasoning.effort();
        Mode mode = reasoning.mode();
        Long budget = reasoning.budgetTokens();
        boolean off = mode == Mode.OFF && !context.takes("enable_thinking");
        if (off) {
            losses.add(LossKind.EMULATED, "reasoning.mode", "thinking is switched off by the effort 'none'");
            effort = ReasoningEffort.NONE;
        } else if (mode == Mode.ON && !context.takes("enable_thinking")) {
            losses.add(LossKind.APPROXIMATED, Severity.NOTE, "reasoning.mode", "the model thinks by its own default");
        } else if (mode == Mode.ADAPTIVE && !context.takes("thinking")) {
            losses.add(LossKind.APPROXIMATED, Severity.NOTE, "reasoning.mode", "the model thinks by its own default");
        }
        if (budget != null && !context.takes("thinking_budget")) {
            if (effort == null && !off) {
                effort = ReasoningConversion.effort(budget, CEILING);
                losses.approximated("reasoning.budgetTokens", "the nearest effort is '" + effort.value() + "'");
            } else {
                losses.dropped("reasoning.budgetTokens", "the effort says it");
            }
        }
        if (off && reasoning.effort() != null && !ReasoningEffort.NONE.equals(reasoning.effort())) {
            losses.dropped("reasoning.effort", "thinking is switched off");
        }
        return effort;
    }

    private static void visibility(@Nullable Visibility visibility, JsonWriter json, EncodeContext context) {
        if (visibility == null) {
            return;
        }
        if (!context.takes("include_reasoning")) {
            context.losses()
                    .add(LossKind.DROPPED, Severity.NOTE, "reasoning.visibility", "the vendor never shows reasoning");
            return;
        }
        json.field("include_reasoning", visibility != Visibility.OMITTED);
        if (visibility == Visibility.CONCISE || visibility == Visibility.DETAILED) {
            context.losses().approximated("reasoning.visibility", "reasoning is shown or not; there are no degrees");
        }
    }
}
