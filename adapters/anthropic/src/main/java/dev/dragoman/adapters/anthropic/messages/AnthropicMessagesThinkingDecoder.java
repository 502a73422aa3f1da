// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.settings.ReasoningEffort;
import dev.dragoman.model.settings.ReasoningSettings;
import org.jspecify.annotations.Nullable;

/** {@code thinking} and {@code output_config.effort}. */
final class AnthropicMessagesThinkingDecoder {
    /** Marks thinking between calls of tools only, in the extensions of the settings. */
    static final String BETWEEN_TOOLS = "between_tools";

    private ReasoningSettings.@Nullable Mode mode;
    private @Nullable Long budget;
    private ReasoningSettings.@Nullable Visibility visibility;
    private @Nullable ReasoningEffort effort;
    private Extensions extensions = Extensions.NONE;

    ReasoningSettings settings() {
        return mode == null && budget == null && visibility == null && effort == null && extensions.isEmpty()
                ? ReasoningSettings.DEFAULT
                : new ReasoningSettings(mode, effort, budget, visibility, extensions);
    }

    private void unknown(String name, RawJson value) {
        extensions = extensions.with(AnthropicMessagesDialect.ID, name, value);
    }

    void effort(JsonReader in) {
        String word = in.stringOrNull();
        if (word != null && word.isEmpty()) {
            throw in.invalid("an effort is a word such as 'low'");
        }
        effort = word == null ? null : new ReasoningEffort(word);
    }

    void decode(JsonReader in) {
        if (in.isNull()) {
            return;
        }
        String path = in.path();
        String type = null;
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "type" -> {
                    type = in.string();
                    type(in, type);
                }
                case "budget_tokens" -> {
                    budget = in.integerOrNull();
                    if (budget != null && budget < 0) {
                        throw in.invalid("a budget is at least 0 tokens");
                    }
                }
                case "display" -> display(in);
                default -> unknown(in.name(), in.raw());
            }
        }
        if (type == null) {
            throw in.missing(path + ".type");
        }
    }

    private void type(JsonReader in, String type) {
        switch (type) {
            case "enabled" -> mode = ReasoningSettings.Mode.ON;
            case "adaptive" -> mode = ReasoningSettings.Mode.ADAPTIVE;
            case "disabled" -> mode = ReasoningSettings.Mode.OFF;
            case BETWEEN_TOOLS -> {
                mode = ReasoningSettings.Mode.OFF;
                unknown(BETWEEN_TOOLS, RawJson.TRUE);
            }
            default -> throw in.invalid("kinds of thinking are 'enabled', 'adaptive', 'between_tools' and 'disabled'");
        }
    }

    private void display(JsonReader in) {
        String word = in.stringOrNull();
        if (word == null) {
            return;
        }
        switch (word) {
            case "summarized" -> visibility = ReasoningSettings.Visibility.DETAILED;
            case "omitted" -> visibility = ReasoningSettings.Visibility.OMITTED;
            default -> unknown("display", RawJson.string(word));
        }
    }
}
