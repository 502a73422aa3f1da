// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.dialect.DialectPaths;
import dev.dragoman.dialect.MergedTurn;
import dev.dragoman.dialect.PathNames;
import dev.dragoman.model.Message;
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
import dev.dragoman.model.tool.Tool;
import dev.dragoman.prepare.CacheHints;
import java.util.List;
import java.util.Map;

/** Where the values of a request stand in a body of this dialect. */
final class BedrockConversePaths extends DialectPaths {
    private static final String NATIVE = "additionalModelRequestFields.";

    /** Longest prefixes first, as they are tried in order. */
    private static final PathNames SETTINGS = new PathNames(List.of(
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

    BedrockConversePaths() {
        super(BedrockConverseDialect.ID, SETTINGS);
    }

    @Override
    protected String tool(List<Tool> tools, int index, String rest) {
        int shift = 0;
        for (int i = 0; i < index && i < tools.size(); i++) {
            shift += tools.get(i) instanceof FunctionTool tool && tool.cache() != null ? 1 : 0;
        }
        String head = "toolConfig.tools[" + (index + shift) + "]";
        if (rest.isEmpty()) {
            return head;
        }
        if (rest.startsWith(".cache")) {
            return "toolConfig.tools[" + (index + shift + 1) + "].cachePoint" + rest.substring(".cache".length());
        }
        return head + ".toolSpec" + plain(rest).replace(".parameters", ".inputSchema.json");
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
        int block = blocks(messages.get(index), part);
        for (int i = turn.first(); i < index; i++) {
            block += blocks(messages.get(i), Integer.MAX_VALUE);
        }
        String content = turn.instructions() ? "" : ".content";
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

    private String member(Message message, int index, String tail) {
        if (index < 0 || index >= message.parts().size() || tail.isEmpty()) {
            return tail;
        }
        Part part = message.parts().get(index);
        String rest = isExtension(tail) ? plain(tail) : tail;
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
