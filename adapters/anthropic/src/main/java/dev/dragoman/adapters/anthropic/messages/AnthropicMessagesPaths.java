// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

import dev.dragoman.dialect.PathNames;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Message;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import java.util.List;
import java.util.Map;

/** Where the values of a request stand in a body of this dialect. */
final class AnthropicMessagesPaths {
    /** Longest prefixes first, as they are tried in order. */
    private static final PathNames TOP = new PathNames(List.of(
            Map.entry("sampling.temperature", "temperature"),
            Map.entry("sampling.topP", "top_p"),
            Map.entry("sampling.topK", "top_k"),
            Map.entry("maxOutputTokens", "max_tokens"),
            Map.entry("stop", "stop_sequences"),
            Map.entry("toolChoice", "tool_choice"),
            Map.entry("parallelToolCalls", "tool_choice.disable_parallel_tool_use"),
            Map.entry("reasoning.effort", "output_config.effort"),
            Map.entry("reasoning.mode", "thinking.type"),
            Map.entry("reasoning.budgetTokens", "thinking.budget_tokens"),
            Map.entry("reasoning.visibility", "thinking.display"),
            Map.entry("reasoning", "thinking"),
            Map.entry("outputFormat", "output_config.format"),
            Map.entry("endUser", "metadata.user_id"),
            Map.entry("cache.ttl", "cache_control.ttl"),
            Map.entry("cache", "cache_control"),
            Map.entry("serviceTier", "service_tier"),
            Map.entry("webSearch.contextSize", "web_search.search_context_size"),
            Map.entry("webSearch.location", "web_search.user_location"),
            Map.entry("webSearch.allowedDomains", "web_search.allowed_domains"),
            Map.entry("webSearch.blockedDomains", "web_search.blocked_domains"),
            Map.entry("webSearch.maxUses", "web_search.max_uses"),
            Map.entry("webSearch", "web_search")));

    private static final String EXTENSIONS = "extensions." + AnthropicMessagesDialect.ID + ".";

    private AnthropicMessagesPaths() {}

    static String locate(ChatRequest request, String path) {
        if (path.startsWith(EXTENSIONS)) {
            return path.substring(EXTENSIONS.length());
        }
        if (path.startsWith("messages[")) {
            return message(request, path);
        }
        if (path.startsWith("tools[")) {
            return path.replace("." + EXTENSIONS, ".")
                    .replace("].parameters", "].input_schema")
                    .replace("].cache", "].cache_control");
        }
        return TOP.rename(path);
    }

    private static String message(ChatRequest request, String path) {
        List<Message> messages = request.messages();
        int index = PathNames.index(path, "messages[".length());
        if (index < 0 || index >= messages.size()) {
            return path;
        }
        String rest = path.substring(path.indexOf(']') + 1);
        int shift = 0;
        int turn = -1;
        boolean system = false;
        for (int i = 0; i <= index; i++) {
            boolean top = i == 0 && messages.get(0).role().isInstruction();
            boolean goesOn = i > 0
                    && messages.get(i - 1).role() == Role.TOOL
                    && (messages.get(i).role() == Role.TOOL || messages.get(i).role() == Role.USER);
            system = top;
            if (top) {
                continue;
            }
            turn += goesOn ? 0 : 1;
            shift = goesOn ? shift + messages.get(i - 1).parts().size() : 0;
        }
        String head = system ? "system" : "messages[" + turn + "]";
        if (!rest.startsWith(".parts[")) {
            return head + rest.replace("." + EXTENSIONS, ".");
        }
        int part = PathNames.index(rest, ".parts[".length());
        String tail = rest.substring(rest.indexOf(']') + 1);
        String content = system ? "" : ".content";
        return head + content + "[" + (shift + part) + "]" + member(messages.get(index), part, tail);
    }

    private static String member(Message message, int index, String tail) {
        if (tail.startsWith("." + EXTENSIONS)) {
            return "." + tail.substring(1 + EXTENSIONS.length());
        }
        Part part =
                index >= 0 && index < message.parts().size() ? message.parts().get(index) : null;
        if (part instanceof Reasoning && tail.equals(".text")) {
            return ".thinking";
        }
        return tail.replace(".cache", ".cache_control")
                .replace(".callId", ".tool_use_id")
                .replace(".arguments", ".input")
                .replace(".error", ".is_error")
                .replace(".encrypted", ".data")
                .replace(".source.mediaType", ".source.media_type")
                .replace(".source.id", ".source.file_id");
    }
}
