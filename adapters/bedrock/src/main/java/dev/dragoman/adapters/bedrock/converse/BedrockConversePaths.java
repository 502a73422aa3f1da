// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.dialect.PathNames;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Message;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Audio;
import dev.dragoman.model.content.Document;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import dev.dragoman.model.content.Video;
import dev.dragoman.model.tool.FunctionTool;
import dev.dragoman.prepare.CacheHints;
import java.util.List;
import java.util.Map;

/** Where the values of a request stand in a body of this dialect. */
final class BedrockConversePaths {
    private static final String NATIVE = "additionalModelRequestFields.";

    /** Longest prefixes first, as they are tried in order. */
    private static final PathNames TOP = new PathNames(List.of(
            Map.entry("sampling.temperature", "inferenceConfig.temperature"),
            Map.entry("sampling.topP", "inferenceConfig.topP"),
            Map.entry("sampling.topK", NATIVE + "top_k"),
            Map.entry("maxOutputTokens", "inferenceConfig.maxTokens"),
            Map.entry("stop", "inferenceConfig.stopSequences"),
            Map.entry("toolChoice", "toolConfig.toolChoice"),
            Map.entry("parallelToolCalls", NATIVE + "tool_choice.disable_parallel_tool_use"),
            Map.entry("reasoning.effort", "outputConfig.effort"),
            Map.entry("reasoning.mode", NATIVE + "thinking.type"),
            Map.entry("reasoning.budgetTokens", NATIVE + "thinking.budget_tokens"),
            Map.entry("reasoning.visibility", NATIVE + "thinking.display"),
            Map.entry("reasoning", NATIVE + "thinking"),
            Map.entry("outputFormat.schema", "outputConfig.textFormat.structure.jsonSchema.schema"),
            Map.entry("outputFormat.name", "outputConfig.textFormat.structure.jsonSchema.name"),
            Map.entry("outputFormat", "outputConfig.textFormat"),
            Map.entry("metadata", "requestMetadata"),
            Map.entry("serviceTier", "serviceTier.type")));

    private static final String EXTENSIONS = "extensions." + BedrockConverseDialect.ID + ".";

    private BedrockConversePaths() {}

    static String locate(ChatRequest request, String path) {
        if (path.startsWith(EXTENSIONS)) {
            return path.substring(EXTENSIONS.length());
        }
        if (path.startsWith("messages[")) {
            return message(request, path);
        }
        if (path.startsWith("tools[")) {
            return tool(request, path);
        }
        return TOP.rename(path);
    }

    private static String tool(ChatRequest request, String path) {
        int index = PathNames.index(path, "tools[".length());
        int shift = 0;
        for (int i = 0; i < index && i < request.tools().size(); i++) {
            shift += request.tools().get(i) instanceof FunctionTool tool && tool.cache() != null ? 1 : 0;
        }
        String rest = path.substring(path.indexOf(']') + 1);
        String head = "toolConfig.tools[" + (index + shift) + "]";
        if (rest.isEmpty()) {
            return head;
        }
        if (rest.startsWith(".cache")) {
            return "toolConfig.tools[" + (index + shift + 1) + "].cachePoint" + rest.substring(".cache".length());
        }
        return head + ".toolSpec" + rest.replace("." + EXTENSIONS, ".").replace(".parameters", ".inputSchema.json");
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
            shift = goesOn ? shift + blocks(messages.get(i - 1), Integer.MAX_VALUE) : 0;
        }
        String head = system ? "system" : "messages[" + turn + "]";
        if (!rest.startsWith(".parts[")) {
            return head + rest.replace("." + EXTENSIONS, ".");
        }
        int part = PathNames.index(rest, ".parts[".length());
        String tail = rest.substring(rest.indexOf(']') + 1);
        int block = shift + blocks(messages.get(index), part);
        String content = system ? "" : ".content";
        if (tail.startsWith(".cache")) {
            return head + content + "[" + (block + 1) + "].cachePoint" + tail.substring(".cache".length());
        }
        return head + content + "[" + block + "]" + member(messages.get(index), part, tail);
    }

    /** How many blocks the first parts of a message are: a breakpoint is one of its own. */
    private static int blocks(Message message, int parts) {
        int count = 0;
        for (int i = 0; i < parts && i < message.parts().size(); i++) {
            count += CacheHints.of(message.parts().get(i)) == null ? 1 : 2;
        }
        return count;
    }

    private static String member(Message message, int index, String tail) {
        if (index < 0 || index >= message.parts().size() || tail.isEmpty()) {
            return tail;
        }
        Part part = message.parts().get(index);
        String rest = tail.startsWith("." + EXTENSIONS) ? "." + tail.substring(1 + EXTENSIONS.length()) : tail;
        return name(part)
                + rest.replace(".callId", ".toolUseId")
                        .replace(".arguments", ".input")
                        .replace(".error", ".status")
                        .replace(".source.mediaType", ".format");
    }

    private static String name(Part part) {
        if (part instanceof Text text) {
            return text.citations().isEmpty() ? "" : ".citationsContent";
        } else if (part instanceof ToolCall) {
            return ".toolUse";
        } else if (part instanceof ToolResult) {
            return ".toolResult";
        } else if (part instanceof Reasoning) {
            return ".reasoningContent";
        } else if (part instanceof Image) {
            return ".image";
        } else if (part instanceof Document) {
            return ".document";
        } else if (part instanceof Video) {
            return ".video";
        }
        return part instanceof Audio ? ".audio" : "";
    }
}
