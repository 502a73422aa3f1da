// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.settings.ReasoningSettings;
import dev.dragoman.model.settings.ReasoningSettings.Mode;
import dev.dragoman.model.settings.ReasoningSettings.Visibility;

/**
 * How much to think: {@code reasoning_effort}, and the switch, the budget and the visibility that compatible vendors added. What
 * of it a vendor knows is for its profile to say.
 */
final class OpenAiChatReasoningSettings {
    private static final RawJson ADAPTIVE = RawJson.parse("{\"type\":\"adaptive\"}");

    private OpenAiChatReasoningSettings() {}

    static void encode(ReasoningSettings reasoning, JsonWriter json, EncodeContext context) {
        if (reasoning.equals(ReasoningSettings.DEFAULT)) {
            return;
        }
        Losses losses = context.losses();
        json.field(
                "reasoning_effort",
                reasoning.effort() == null ? null : reasoning.effort().value());
        Mode mode = reasoning.mode();
        if (mode == Mode.ADAPTIVE) {
            json.field("thinking", ADAPTIVE);
        } else if (mode != null) {
            json.field("enable_thinking", mode == Mode.ON);
        }
        json.field("thinking_budget", reasoning.budgetTokens());
        Visibility visibility = reasoning.visibility();
        if (visibility != null) {
            json.field("include_reasoning", visibility != Visibility.OMITTED);
        }
        if (visibility == Visibility.CONCISE || visibility == Visibility.DETAILED) {
            losses.approximated("reasoning.visibility", "reasoning is shown or not; there are no degrees");
        }
        OpenAiChatDialect.EXTENSIONS.dropAll(reasoning.extensions(), "reasoning", losses);
    }
}
