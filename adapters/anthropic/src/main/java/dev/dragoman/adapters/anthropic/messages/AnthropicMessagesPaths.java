// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

import dev.dragoman.dialect.DialectPaths;
import dev.dragoman.dialect.MergedTurn;
import dev.dragoman.dialect.PathNames;
import dev.dragoman.model.Message;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.tool.Tool;
import java.util.List;
import java.util.Map;

/** Where the values of a request stand in a body of this dialect. */
final class AnthropicMessagesPaths extends DialectPaths {
    /** Longest prefixes first, as they are tried in order. */
    private static final PathNames SETTINGS = new PathNames(List.of(
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

    AnthropicMessagesPaths() {
        super(AnthropicMessagesDialect.ID, SETTINGS);
    }

    @Override
    protected String tool(List<Tool> tools, int index, String rest) {
        return "tools[" + index + "]"
                + plain(rest).replace(".parameters", ".input_schema").replace(".cache", ".cache_control");
    }

    @Override
    protected String message(List<Message> messages, int index, String rest) {
        MergedTurn turn = MergedTurn.of(messages, index);
        String head = turn.instructions() ? "system" : "messages[" + turn.number() + "]";
        if (!rest.startsWith(".parts[")) {
            return head + plain(rest);
        }
        int part = PathNames.index(rest, ".parts[".length());
        String tail = behindBracket(rest);
        String content = turn.instructions() ? "" : ".content";
        return head + content + "[" + (turn.partsBefore(messages, index) + part) + "]"
                + member(messages.get(index), part, tail);
    }

    private String member(Message message, int index, String tail) {
        if (isExtension(tail)) {
            return plain(tail);
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
