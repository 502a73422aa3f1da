// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

import dev.dragoman.dialect.DialectPaths;
import dev.dragoman.dialect.PathNames;
import dev.dragoman.model.Message;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Audio;
import dev.dragoman.model.content.Document;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Refusal;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import dev.dragoman.model.content.Video;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the values of a request stand in a body of this dialect. */
final class OpenAiChatPaths extends DialectPaths {
    /** Longest prefixes first, as they are tried in order. */
    private static final PathNames SETTINGS = new PathNames(List.of(
            Map.entry("sampling.temperature", "temperature"),
            Map.entry("sampling.topP", "top_p"),
            Map.entry("sampling.topK", "top_k"),
            Map.entry("sampling.frequencyPenalty", "frequency_penalty"),
            Map.entry("sampling.presencePenalty", "presence_penalty"),
            Map.entry("sampling.seed", "seed"),
            Map.entry("sampling.logitBias", "logit_bias"),
            Map.entry("maxOutputTokens", "max_completion_tokens"),
            Map.entry("choiceCount", "n"),
            Map.entry("toolChoice", "tool_choice"),
            Map.entry("parallelToolCalls", "parallel_tool_calls"),
            Map.entry("reasoning.effort", "reasoning_effort"),
            Map.entry("reasoning.mode", "enable_thinking"),
            Map.entry("reasoning.budgetTokens", "thinking_budget"),
            Map.entry("reasoning.visibility", "include_reasoning"),
            Map.entry("outputFormat.schema", "response_format.json_schema.schema"),
            Map.entry("outputFormat.name", "response_format.json_schema.name"),
            Map.entry("outputFormat.description", "response_format.json_schema.description"),
            Map.entry("outputFormat.strict", "response_format.json_schema.strict"),
            Map.entry("outputFormat", "response_format"),
            Map.entry("audioOutput.voiceId", "audio.voice.id"),
            Map.entry("audioOutput", "audio"),
            Map.entry("prediction.texts", "prediction.content"),
            Map.entry("logprobs.enabled", "logprobs"),
            Map.entry("logprobs.top", "top_logprobs"),
            Map.entry("endUser.user", "user"),
            Map.entry("endUser.safetyIdentifier", "safety_identifier"),
            Map.entry("cache.key", "prompt_cache_key"),
            Map.entry("cache.retention", "prompt_cache_retention"),
            Map.entry("cache.mode", "prompt_cache_options.mode"),
            Map.entry("cache.ttl", "prompt_cache_options.ttl"),
            Map.entry("serviceTier", "service_tier"),
            Map.entry("webSearch.contextSize", "web_search_options.search_context_size"),
            Map.entry("webSearch.location", "web_search_options.user_location.approximate"),
            Map.entry("webSearch", "web_search_options")));

    OpenAiChatPaths() {
        super(OpenAiChatDialect.ID, SETTINGS);
    }

    @Override
    protected String message(List<Message> messages, int index, String rest) {
        String head = "messages[" + index + "]";
        if (!rest.startsWith(".parts[")) {
            return head + plain(rest);
        }
        Message message = messages.get(index);
        int part = PathNames.index(rest, ".parts[".length());
        if (part < 0 || part >= message.parts().size()) {
            return head + ".content";
        }
        String tail = behindBracket(rest);
        return head + part(message, part, tail);
    }

    private String part(Message message, int index, String tail) {
        Part part = message.parts().get(index);
        if (message.role() == Role.TOOL && part instanceof ToolResult result) {
            return result(result, tail);
        }
        if (part instanceof ToolCall) {
            return ".tool_calls[" + ordinal(message.parts(), index, ToolCall.class) + "]" + member(part, tail);
        }
        if (part instanceof Reasoning) {
            return tail.isEmpty() || tail.equals(".text")
                    ? ".reasoning_content"
                    : ".reasoning_details[" + ordinal(message.parts(), index, Reasoning.class) + "]" + tail;
        }
        if (part instanceof Refusal && message.role() == Role.ASSISTANT) {
            return ".refusal";
        }
        if (part instanceof Audio && message.role() == Role.ASSISTANT) {
            return ".audio";
        }
        int number = 0;
        for (int i = 0; i < index; i++) {
            Part before = message.parts().get(i);
            number += before instanceof Reasoning || before instanceof ToolCall ? 0 : 1;
        }
        return ".content[" + number + "]" + member(part, tail);
    }

    private String result(ToolResult result, String tail) {
        if (tail.startsWith(".content[")) {
            int index = PathNames.index(tail, ".content[".length());
            String inner = behindBracket(tail);
            String member = index >= 0 && index < result.content().size()
                    ? member(result.content().get(index), inner)
                    : inner;
            return ".content[" + index + "]" + member;
        }
        if (isExtension(tail)) {
            return plain(tail);
        }
        return switch (tail) {
            case ".callId" -> ".tool_call_id";
            case ".name" -> ".name";
            default -> tail.isEmpty() ? ".content" : tail;
        };
    }

    /** The members of a part, which stand inside of an object named by its type. */
    private String member(Part part, String tail) {
        if (tail.isEmpty()) {
            return "";
        }
        if (isExtension(tail)) {
            return plain(tail);
        }
        if (tail.startsWith(".cache")) {
            return ".prompt_cache_breakpoint" + tail.substring(".cache".length());
        }
        String object = object(part);
        boolean beside = part instanceof ToolCall && tail.equals(".id");
        if (object == null || beside) {
            return tail;
        }
        return object
                + switch (tail) {
                    case ".source" -> "";
                    case ".source.url" -> part instanceof Document ? ".file_data" : ".url";
                    case ".source.data" ->
                        part instanceof Document ? ".file_data" : part instanceof Audio ? ".data" : ".url";
                    case ".source.mediaType" -> part instanceof Audio ? ".format" : "";
                    case ".source.id" -> ".file_id";
                    case ".name" -> part instanceof Document ? ".filename" : tail;
                    default -> tail;
                };
    }

    private static @Nullable String object(Part part) {
        if (part instanceof Image) {
            return ".image_url";
        }
        if (part instanceof Video) {
            return ".video_url";
        }
        if (part instanceof Audio) {
            return ".input_audio";
        }
        if (part instanceof Document) {
            return ".file";
        }
        return part instanceof ToolCall ? ".function" : null;
    }

    private static int ordinal(List<Part> parts, int index, Class<? extends Part> type) {
        int ordinal = 0;
        for (int i = 0; i < index; i++) {
            ordinal += type.isInstance(parts.get(i)) ? 1 : 0;
        }
        return ordinal;
    }
}
