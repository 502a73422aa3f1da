// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.settings.ReasoningEffort;
import dev.dragoman.model.settings.ReasoningSettings;
import org.jspecify.annotations.Nullable;

/** How a model is told to think, in the spellings of the families of models: Claude's, Nova's and a bare effort. */
final class BedrockConverseThinkingDecoder {
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

    void effort(JsonReader in) {
        String word = in.stringOrNull();
        if (word != null && word.isEmpty()) {
            throw in.invalid("an effort is a word such as 'low'");
        }
        effort = word == null ? effort : new ReasoningEffort(word);
    }

    /** Claude's {@code thinking}. */
    void thinking(JsonReader in) {
        if (in.isNull()) {
            return;
        }
        String path = in.path();
        boolean typed = false;
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "type" -> {
                    typed = true;
                    type(in);
                }
                case "budget_tokens" -> {
                    budget = in.integerOrNull();
                    if (budget != null && budget < 0) {
                        throw in.invalid("a budget is at least 0 tokens");
                    }
                }
                case "display" -> display(in);
                default -> keep(in.name(), in.raw());
            }
        }
        if (!typed) {
            throw in.missing(path + ".type");
        }
    }

    private void type(JsonReader in) {
        switch (in.string()) {
            case "enabled" -> mode = ReasoningSettings.Mode.ON;
            case "adaptive" -> mode = ReasoningSettings.Mode.ADAPTIVE;
            case "disabled" -> mode = ReasoningSettings.Mode.OFF;
            case BETWEEN_TOOLS -> {
                mode = ReasoningSettings.Mode.OFF;
                keep(BETWEEN_TOOLS, RawJson.TRUE);
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
            default -> keep("display", RawJson.string(word));
        }
    }

    /** Nova's {@code reasoningConfig}. */
    void reasoningConfig(JsonReader in) {
        if (in.isNull()) {
            return;
        }
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "type" ->
                    mode = switch (in.string()) {
                        case "enabled" -> ReasoningSettings.Mode.ON;
                        case "disabled" -> ReasoningSettings.Mode.OFF;
                        default -> throw in.invalid("reasoning is 'enabled' or 'disabled'");
                    };
                case "maxReasoningEffort" -> effort(in);
                default -> keep(in.name(), in.raw());
            }
        }
    }

    private void keep(String name, RawJson value) {
        extensions = extensions.with(BedrockConverseDialect.ID, name, value);
    }
}
