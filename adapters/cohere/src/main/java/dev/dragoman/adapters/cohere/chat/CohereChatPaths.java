// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import dev.dragoman.dialect.PathNames;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Message;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Document;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import java.util.List;
import java.util.Map;

/** Where the values of a request stand in a body of this dialect. */
final class CohereChatPaths {
    /** Longest prefixes first, as they are tried in order. */
    private static final PathNames TOP = new PathNames(List.of(
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

    private static final String EXTENSIONS = "extensions." + CohereChatDialect.ID + ".";

    private CohereChatPaths() {}

    static String locate(ChatRequest request, String path) {
        if (path.startsWith(EXTENSIONS)) {
            return path.substring(EXTENSIONS.length());
        }
        if (path.startsWith("messages[")) {
            return message(request, path);
        }
        if (path.startsWith("tools[")) {
            int end = path.indexOf(']') + 1;
            String rest = path.substring(end);
            return rest.equals(".strict")
                    ? "strict_tools"
                    : path.substring(0, end) + (rest.isEmpty() ? "" : ".function" + without(rest));
        }
        return TOP.rename(path).replace("." + EXTENSIONS, ".");
    }

    private static String without(String rest) {
        return rest.replace("." + EXTENSIONS, ".");
    }

    private static String message(ChatRequest request, String path) {
        List<Message> messages = request.messages();
        int index = PathNames.index(path, "messages[".length());
        if (index < 0 || index >= messages.size()) {
            return path;
        }
        Message message = messages.get(index);
        String head = path.substring(0, path.indexOf(']') + 1);
        String rest = path.substring(head.length());
        if (rest.equals(".parts")) {
            return head;
        }
        if (!rest.startsWith(".parts[")) {
            return head + without(rest);
        }
        int number = PathNames.index(rest, ".parts[".length());
        if (number < 0 || number >= message.parts().size()) {
            return path;
        }
        String tail = rest.substring(rest.indexOf(']') + 1);
        return part(message, number, head, tail);
    }

    private static String part(Message message, int number, String head, String tail) {
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

    private static String member(String tail) {
        return without(tail)
                .replace(".name", ".function.name")
                .replace(".arguments", ".function.arguments")
                .replace(".detail", ".image_url.detail")
                .replace(".source", ".image_url.url");
    }

    private static String ofDocument(String tail) {
        return without(tail)
                .replace(".name", ".data.title")
                .replace(".context", ".data.context")
                .replace(".source.text", ".data")
                .replace(".source", ".data");
    }
}
