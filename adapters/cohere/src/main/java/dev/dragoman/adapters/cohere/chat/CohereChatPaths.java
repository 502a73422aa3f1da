// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import dev.dragoman.dialect.DialectPaths;
import dev.dragoman.dialect.PathNames;
import dev.dragoman.model.Message;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Document;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import dev.dragoman.model.tool.Tool;
import java.util.List;
import java.util.Map;

/** Where the values of a request stand in a body of this dialect. */
final class CohereChatPaths extends DialectPaths {
    /** Longest prefixes first, as they are tried in order. */
    private static final PathNames SETTINGS = new PathNames(List.of(
            Map.entry("sampling.temperature", "temperature"),
            Map.entry("sampling.topP", "p"),
            Map.entry("sampling.topK", "k"),
            Map.entry("sampling.frequencyPenalty", "frequency_penalty"),
            Map.entry("sampling.presencePenalty", "presence_penalty"),
            Map.entry("sampling.seed", "seed"),
            Map.entry("maxOutputTokens", "max_tokens"),
            Map.entry("stop", "stop_sequences"),
            Map.entry("toolChoice", "tool_choice"),
            Map.entry("reasoning.mode", "thinking.type"),
            Map.entry("reasoning.budgetTokens", "thinking.token_budget"),
            Map.entry("reasoning", "thinking"),
            Map.entry("outputFormat.schema", "response_format.json_schema"),
            Map.entry("outputFormat", "response_format"),
            Map.entry("logprobs.enabled", "logprobs")));

    CohereChatPaths() {
        super(CohereChatDialect.ID, SETTINGS);
    }

    @Override
    protected String tool(List<Tool> tools, int index, String rest) {
        if (rest.equals(".strict")) {
            return "strict_tools";
        }
        return "tools[" + index + "]" + (rest.isEmpty() ? "" : ".function" + plain(rest));
    }

    @Override
    protected String message(List<Message> messages, int index, String rest) {
        Message message = messages.get(index);
        String head = "messages[" + index + "]";
        if (rest.equals(".parts")) {
            return head;
        }
        if (!rest.startsWith(".parts[")) {
            return head + plain(rest);
        }
        int number = PathNames.index(rest, ".parts[".length());
        if (number < 0 || number >= message.parts().size()) {
            return head + rest;
        }
        String tail = behindBracket(rest);
        return part(message, number, head, tail);
    }

    private String part(Message message, int number, String head, String tail) {
        List<Part> parts = message.parts();
        Part part = parts.get(number);
        if (part instanceof ToolResult) {
            return head + tail.replace(".callId", ".tool_call_id");
        }
        if (part instanceof ToolCall) {
            return head + ".tool_calls[" + before(parts, number, ToolCall.class) + "]" + member(tail);
        }
        if (message.role() == Role.USER && part instanceof Document) {
            return "documents[" + before(parts, number, Document.class) + "]" + ofDocument(tail);
        }
        if (part instanceof Reasoning thought && CohereChatSeal.isPlan(thought)) {
            return head + ".tool_plan";
        }
        if (tail.startsWith(".citations[")) {
            return head + ".citations";
        }
        int block = number - before(parts, number, ToolCall.class) - before(parts, number, Document.class);
        for (int i = 0; i < number; i++) {
            block -= parts.get(i) instanceof Reasoning thought && CohereChatSeal.isPlan(thought) ? 1 : 0;
        }
        String text = part instanceof Reasoning && tail.equals(".text") ? ".thinking" : member(tail);
        return head + ".content[" + block + "]" + text;
    }

    /** How many parts of this kind stand before this one. */
    private static int before(List<Part> parts, int number, Class<? extends Part> kind) {
        return (int) parts.subList(0, number).stream().filter(kind::isInstance).count();
    }

    private String member(String tail) {
        return plain(tail)
                .replace(".name", ".function.name")
                .replace(".arguments", ".function.arguments")
                .replace(".detail", ".image_url.detail")
                .replace(".source", ".image_url.url");
    }

    private String ofDocument(String tail) {
        return plain(tail)
                .replace(".name", ".data.title")
                .replace(".context", ".data.context")
                .replace(".source.text", ".data")
                .replace(".source", ".data");
    }
}
