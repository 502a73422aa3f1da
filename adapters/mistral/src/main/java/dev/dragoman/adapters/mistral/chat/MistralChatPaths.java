// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.mistral.chat;

import dev.dragoman.dialect.DialectPaths;
import dev.dragoman.dialect.PathNames;
import dev.dragoman.model.Message;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Audio;
import dev.dragoman.model.content.Document;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import java.util.List;
import java.util.Map;

/** Where the values of a request stand in a body of this dialect. */
final class MistralChatPaths extends DialectPaths {
    /** Longest prefixes first, as they are tried in order. */
    private static final PathNames SETTINGS = new PathNames(List.of(
            Map.entry("sampling.temperature", "temperature"),
            Map.entry("sampling.topP", "top_p"),
            Map.entry("sampling.frequencyPenalty", "frequency_penalty"),
            Map.entry("sampling.presencePenalty", "presence_penalty"),
            Map.entry("sampling.seed", "random_seed"),
            Map.entry("maxOutputTokens", "max_tokens"),
            Map.entry("choiceCount", "n"),
            Map.entry("toolChoice", "tool_choice"),
            Map.entry("parallelToolCalls", "parallel_tool_calls"),
            Map.entry("reasoning.effort", "reasoning_effort"),
            Map.entry("reasoning.mode", "prompt_mode"),
            Map.entry("outputFormat.schema", "response_format.json_schema.schema"),
            Map.entry("outputFormat.name", "response_format.json_schema.name"),
            Map.entry("outputFormat.description", "response_format.json_schema.description"),
            Map.entry("outputFormat.strict", "response_format.json_schema.strict"),
            Map.entry("outputFormat", "response_format"),
            Map.entry("prediction.texts", "prediction.content"),
            Map.entry("cache.key", "prompt_cache_key"),
            Map.entry("serviceTier", "service_tier"),
            Map.entry("webSearch", "tools")));

    MistralChatPaths() {
        super(MistralChatDialect.ID, SETTINGS);
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
        return head + part(message, part, behindBracket(rest));
    }

    private String part(Message message, int index, String tail) {
        Part part = message.parts().get(index);
        if (message.role() == Role.TOOL && part instanceof ToolResult result) {
            return result(result, tail);
        }
        int calls = 0;
        for (int i = 0; i < index; i++) {
            calls += message.parts().get(i) instanceof ToolCall ? 1 : 0;
        }
        return part instanceof ToolCall
                ? ".tool_calls[" + calls + "]" + member(part, tail)
                : ".content[" + (index - calls) + "]" + member(part, tail);
    }

    private String result(ToolResult result, String tail) {
        if (tail.startsWith(".content[")) {
            int index = PathNames.index(tail, ".content[".length());
            String inner = behindBracket(tail);
            boolean known = index >= 0 && index < result.content().size();
            return ".content[" + index + "]" + (known ? member(result.content().get(index), inner) : inner);
        }
        return switch (tail) {
            case ".callId" -> ".tool_call_id";
            case "" -> ".content";
            default -> tail;
        };
    }

    private String member(Part part, String tail) {
        if (tail.isEmpty()) {
            return "";
        }
        if (isExtension(tail)) {
            return plain(tail);
        }
        if (part instanceof ToolCall) {
            return tail.equals(".id") ? tail : ".function" + tail;
        }
        if (part instanceof Reasoning) {
            return tail.equals(".text") ? ".thinking" : tail;
        }
        if (part instanceof Image) {
            return ".image_url" + (tail.equals(".detail") ? tail : "");
        }
        if (part instanceof Document && tail.equals(".name")) {
            return ".document_name";
        }
        if (part instanceof Document && tail.startsWith(".source")) {
            return tail.equals(".source.id") ? ".file_id" : ".document_url";
        }
        return part instanceof Audio && tail.startsWith(".source") ? ".input_audio" : tail;
    }
}
