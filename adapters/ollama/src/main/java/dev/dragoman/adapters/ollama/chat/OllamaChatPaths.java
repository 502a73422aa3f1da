// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.ollama.chat;

import dev.dragoman.dialect.DialectPaths;
import dev.dragoman.dialect.PathNames;
import dev.dragoman.model.Message;
import dev.dragoman.model.content.Audio;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import java.util.List;
import java.util.Map;

/** Where the values of a request stand in a body of this dialect. */
final class OllamaChatPaths extends DialectPaths {
    /** Longest prefixes first, as they are tried in order. */
    private static final PathNames SETTINGS = new PathNames(List.of(
            Map.entry("sampling.temperature", "options.temperature"),
            Map.entry("sampling.topP", "options.top_p"),
            Map.entry("sampling.topK", "options.top_k"),
            Map.entry("sampling.frequencyPenalty", "options.frequency_penalty"),
            Map.entry("sampling.presencePenalty", "options.presence_penalty"),
            Map.entry("sampling.seed", "options.seed"),
            Map.entry("maxOutputTokens", "options.num_predict"),
            Map.entry("stop", "options.stop"),
            Map.entry("reasoning.mode", "think"),
            Map.entry("reasoning.effort", "think"),
            Map.entry("reasoning", "think"),
            Map.entry("outputFormat.schema", "format"),
            Map.entry("outputFormat", "format"),
            Map.entry("logprobs.enabled", "logprobs"),
            Map.entry("logprobs.top", "top_logprobs")));

    OllamaChatPaths() {
        super(OllamaChatDialect.ID, SETTINGS);
    }

    @Override
    protected String message(List<Message> messages, int index, String rest) {
        String head = "messages[" + index + "]";
        if (!rest.startsWith(".parts[")) {
            return head + plain(rest);
        }
        int number = PathNames.index(rest, ".parts[".length());
        List<Part> parts = messages.get(index).parts();
        if (number < 0 || number >= parts.size()) {
            return head + rest;
        }
        return head + member(parts, number, behindBracket(rest));
    }

    private String member(List<Part> parts, int number, String tail) {
        Part part = parts.get(number);
        if (part instanceof ToolResult result) {
            return result(result, tail);
        }
        if (part instanceof Reasoning) {
            return tail.isEmpty() || tail.equals(".text") ? ".thinking" : ".thinking_details" + tail;
        }
        if (part instanceof ToolCall) {
            return call(".tool_calls[" + before(parts, number, ToolCall.class) + "]", tail);
        }
        if (part instanceof Image || part instanceof Audio) {
            int images = before(parts, number, Image.class) + before(parts, number, Audio.class);
            return ".images[" + images + "]";
        }
        return ".content";
    }

    private String call(String head, String tail) {
        if (isExtension(tail)) {
            return head + plain(tail);
        }
        return tail.startsWith(".name") || tail.startsWith(".arguments") ? head + ".function" + tail : head + tail;
    }

    private String result(ToolResult result, String tail) {
        if (tail.startsWith(".callId")) {
            return ".tool_call_id";
        }
        if (tail.startsWith(".name")) {
            return ".tool_name";
        }
        if (!tail.startsWith(".content[")) {
            return tail;
        }
        int number = PathNames.index(tail, ".content[".length());
        return number >= 0 && number < result.content().size()
                ? member(result.content(), number, behindBracket(tail))
                : ".content";
    }

    private static int before(List<Part> parts, int number, Class<? extends Part> kind) {
        int count = 0;
        for (Part part : parts.subList(0, number)) {
            count += kind.isInstance(part) ? 1 : 0;
        }
        return count;
    }
}
