// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.settings.OutputFormat;
import dev.dragoman.model.settings.ReasoningSettings;
import dev.dragoman.model.tool.ToolChoice;
import dev.dragoman.model.tool.ToolRef;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code additionalModelRequestFields}: fields of the models' own APIs. Those that say what the canonical model says too are read
 * by their names, whatever the model, since clients may name models as they like; the others are kept.
 */
final class BedrockConverseNativeDecoder {
    /** Where unknown native fields are kept. */
    static final String PREFIX = "additionalModelRequestFields.";

    private final Map<String, RawJson> unknown;
    private final BedrockConverseThinkingDecoder thinking = new BedrockConverseThinkingDecoder();
    private @Nullable Integer topK;
    private @Nullable ToolChoice choice;
    private @Nullable Boolean parallel;
    private @Nullable OutputFormat outputFormat;

    BedrockConverseNativeDecoder(Map<String, RawJson> unknown) {
        this.unknown = unknown;
    }

    @Nullable Integer topK() {
        return topK;
    }

    @Nullable ToolChoice choice() {
        return choice;
    }

    @Nullable Boolean parallel() {
        return parallel;
    }

    @Nullable OutputFormat outputFormat() {
        return outputFormat;
    }

    ReasoningSettings reasoning() {
        return thinking.settings();
    }

    void effort(JsonReader in) {
        thinking.effort(in);
    }

    void decode(JsonReader in) {
        if (in.isNull()) {
            return;
        }
        in.beginObject();
        while (in.nextField()) {
            String name = in.name();
            switch (name) {
                case "top_k" -> topK = in.smallIntegerOrNull();
                case "thinking" -> thinking.thinking(in);
                case "reasoning_effort" -> thinking.effort(in);
                case "reasoningConfig" -> thinking.reasoningConfig(in);
                case "reasoning", "output_config", "inferenceConfig" -> object(in, name);
                case "tool_choice" -> toolChoice(in);
                default -> unknown.put(PREFIX + name, in.raw());
            }
        }
    }

    private void object(JsonReader in, String object) {
        if (!in.isObject()) {
            unknown.put(PREFIX + object, in.raw());
            return;
        }
        in.beginObject();
        while (in.nextField()) {
            String member = in.name();
            switch (object + "." + member) {
                case "reasoning.effort", "output_config.effort" -> thinking.effort(in);
                case "inferenceConfig.topK" -> topK = in.smallIntegerOrNull();
                case "output_config.format" -> format(in);
                default -> unknown.put(PREFIX + object + "." + member, in.raw());
            }
        }
    }

    /** Claude's own structured output. */
    private void format(JsonReader in) {
        int mark = in.mark();
        String type = null;
        RawJson schema = null;
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "type" -> type = in.stringOrNull();
                case "schema" -> schema = in.raw();
                default -> in.skip();
            }
        }
        if ("json_schema".equals(type) && schema != null && schema.isObject()) {
            outputFormat = new OutputFormat.JsonSchema(null, null, schema, Boolean.TRUE);
        } else {
            unknown.put(PREFIX + "output_config.format", in.rawSince(mark));
        }
    }

    /** Claude's own choice among tools, which can forbid calls and parallel calls. */
    private void toolChoice(JsonReader in) {
        if (in.isNull()) {
            return;
        }
        int mark = in.mark();
        String type = null;
        String name = null;
        Boolean serial = null;
        boolean strange = false;
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "type" -> type = in.string();
                case "name" -> name = in.stringOrNull();
                case "disable_parallel_tool_use" -> serial = in.boolOrNull();
                default -> {
                    strange = true;
                    in.skip();
                }
            }
        }
        ToolChoice read = switch (type == null ? "" : type) {
            case "auto" -> ToolChoice.AUTO;
            case "any" -> ToolChoice.REQUIRED;
            case "none" -> ToolChoice.NONE;
            case "tool" -> name == null ? null : new ToolChoice.Named(ToolRef.function(name));
            default -> null;
        };
        if (strange || read == null) {
            unknown.put(PREFIX + "tool_choice", in.rawSince(mark));
            return;
        }
        choice = read;
        parallel = serial == null ? null : !serial;
    }
}
