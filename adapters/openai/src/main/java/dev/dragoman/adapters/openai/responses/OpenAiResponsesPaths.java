// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.responses;

import dev.dragoman.dialect.DialectPaths;
import dev.dragoman.dialect.PathNames;
import dev.dragoman.model.Message;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import dev.dragoman.model.tool.Tool;
import java.util.List;
import java.util.Map;

/** Where the values of a request stand in a body of this dialect. */
final class OpenAiResponsesPaths extends DialectPaths {
    /** Longest prefixes first, as they are tried in order. */
    private static final PathNames SETTINGS = new PathNames(List.of(
            Map.entry("sampling.temperature", "temperature"),
            Map.entry("sampling.topP", "top_p"),
            Map.entry("maxOutputTokens", "max_output_tokens"),
            Map.entry("toolChoice", "tool_choice"),
            Map.entry("parallelToolCalls", "parallel_tool_calls"),
            Map.entry("reasoning.visibility", "reasoning.summary"),
            Map.entry("outputFormat", "text.format"),
            Map.entry("verbosity", "text.verbosity"),
            Map.entry("logprobs.top", "top_logprobs"),
            Map.entry("logprobs", "include"),
            Map.entry("endUser.user", "user"),
            Map.entry("endUser.safetyIdentifier", "safety_identifier"),
            Map.entry("cache.key", "prompt_cache_key"),
            Map.entry("cache.retention", "prompt_cache_retention"),
            Map.entry("cache.mode", "prompt_cache_options.mode"),
            Map.entry("cache.ttl", "prompt_cache_options.ttl"),
            Map.entry("serviceTier", "service_tier"),
            Map.entry("webSearch.contextSize", "web_search.search_context_size"),
            Map.entry("webSearch.location", "web_search.user_location"),
            Map.entry("webSearch.allowedDomains", "web_search.filters.allowed_domains"),
            Map.entry("webSearch", "web_search")));

    OpenAiResponsesPaths() {
        super(OpenAiResponsesDialect.ID, SETTINGS);
    }

    @Override
    protected String tool(List<Tool> tools, int index, String rest) {
        return "tools[" + index + "]" + plain(rest).replace(".grammar", ".format");
    }

    @Override
    protected String message(List<Message> messages, int index, String rest) {
        boolean instructed = messages.size() > 1 && isInstructions(messages.get(0));
        if (index == 0 && instructed) {
            return "instructions";
        }
        int item = 0;
        for (int i = instructed ? 1 : 0; i < index; i++) {
            item += items(messages.get(i), messages.get(i).parts().size());
        }
        Message message = messages.get(index);
        int part = rest.startsWith(".parts[") ? PathNames.index(rest, ".parts[".length()) : -1;
        if (part < 0 || part >= message.parts().size()) {
            return "input[" + item + "]" + plain(rest);
        }
        return place(message, item, part, behindBracket(rest));
    }

    private static boolean isInstructions(Message message) {
        return message.role() == Role.SYSTEM
                && message.extensions().isEmpty()
                && message.parts().size() == 1
                && message.parts().get(0) instanceof Text text
                && text.isPlain();
    }

    /** How many items the first parts of a message are. */
    private static int items(Message message, int parts) {
        if (message.role() != Role.ASSISTANT) {
            return 1;
        }
        int items = parts == 0 ? 0 : 1;
        for (int i = 1; i < parts; i++) {
            boolean same = OpenAiResponsesGroups.goesOn(
                    message.parts().get(i - 1), message.parts().get(i));
            items += same ? 0 : 1;
        }
        return items;
    }

    private String place(Message message, int firstItem, int index, String tail) {
        Part part = message.parts().get(index);
        if (part instanceof ToolResult result) {
            return "input[" + firstItem + "]" + result(result, tail);
        }
        if (message.role() != Role.ASSISTANT) {
            return "input[" + firstItem + "].content[" + index + "]" + member(tail);
        }
        int item = firstItem + items(message, index + 1) - 1;
        if (!OpenAiResponsesGroups.isContent(part)) {
            return "input[" + item + "]" + ofItem(part, tail);
        }
        String field = isExtension(tail) ? plain(tail) : "";
        if (field.startsWith(".item.")) {
            return "input[" + item + "]" + field.substring(".item".length());
        }
        int content = 0;
        while (content < index && items(message, index - content) == items(message, index + 1)) {
            content++;
        }
        return "input[" + item + "].content[" + content + "]" + member(tail);
    }

    private String ofItem(Part part, String tail) {
        if (part instanceof ToolCall) {
            return tail.equals(".id") ? ".call_id" : member(tail);
        }
        if (part instanceof Reasoning) {
            return switch (tail) {
                case ".text" -> ".content";
                case ".signature", ".encrypted", ".origin" -> ".encrypted_content";
                default -> member(tail);
            };
        }
        return member(tail);
    }

    private String result(ToolResult result, String tail) {
        if (tail.equals(".callId")) {
            return ".call_id";
        }
        if (!tail.startsWith(".content[")) {
            return tail.equals(".content") ? ".output" : member(tail);
        }
        int index = PathNames.index(tail, ".content[".length());
        boolean plain = result.content().size() == 1 && result.content().get(0) instanceof Text text && text.isPlain();
        return plain ? ".output" : ".output[" + index + "]" + member(behindBracket(tail));
    }

    private String member(String tail) {
        if (isExtension(tail)) {
            return plain(tail);
        }
        return tail.replace(".cache", ".prompt_cache_breakpoint")
                .replace(".citations", ".annotations")
                .replace(".source.mediaType", "")
                .replace(".source.id", ".file_id")
                .replace(".source.url", ".image_url")
                .replace(".source.data", ".image_url")
                .replace(".source", "");
    }
}
