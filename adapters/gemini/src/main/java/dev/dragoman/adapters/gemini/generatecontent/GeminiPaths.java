// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import dev.dragoman.dialect.DialectPaths;
import dev.dragoman.dialect.MergedTurn;
import dev.dragoman.dialect.PathNames;
import dev.dragoman.model.Message;
import dev.dragoman.model.content.Document;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.MediaSource;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import dev.dragoman.model.tool.FunctionTool;
import dev.dragoman.model.tool.Tool;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the values of a request stand in a body of this dialect. Responses of functions and what follows are one content. */
final class GeminiPaths extends DialectPaths {
    /** Longest prefixes first, as they are tried in order. */
    private static final PathNames SETTINGS = new PathNames(List.of(
            Map.entry("sampling", "generationConfig"),
            Map.entry("maxOutputTokens", "generationConfig.maxOutputTokens"),
            Map.entry("stop", "generationConfig.stopSequences"),
            Map.entry("choiceCount", "generationConfig.candidateCount"),
            Map.entry("toolChoice", "toolConfig.functionCallingConfig"),
            Map.entry("reasoning.effort", "generationConfig.thinkingConfig.thinkingLevel"),
            Map.entry("reasoning.mode", "generationConfig.thinkingConfig.thinkingBudget"),
            Map.entry("reasoning.budgetTokens", "generationConfig.thinkingConfig.thinkingBudget"),
            Map.entry("reasoning.visibility", "generationConfig.thinkingConfig.includeThoughts"),
            Map.entry("reasoning", "generationConfig.thinkingConfig"),
            Map.entry("outputFormat.schema", "generationConfig.responseJsonSchema"),
            Map.entry("outputFormat", "generationConfig.responseMimeType"),
            Map.entry("modalities", "generationConfig.responseModalities"),
            Map.entry("audioOutput", "generationConfig.speechConfig"),
            Map.entry("logprobs.enabled", "generationConfig.responseLogprobs"),
            Map.entry("logprobs.top", "generationConfig.logprobs"),
            Map.entry("logprobs", "generationConfig.responseLogprobs"),
            Map.entry("metadata", "labels"),
            Map.entry("webSearch.blockedDomains", "tools.googleSearch.excludeDomains"),
            Map.entry("webSearch", "tools.googleSearch")));

    GeminiPaths() {
        super(GeminiDialect.ID, SETTINGS);
    }

    @Override
    protected String tool(List<Tool> tools, int index, String rest) {
        if (index >= tools.size()) {
            return "tools[" + index + "]" + plain(rest);
        }
        if (!(tools.get(index) instanceof FunctionTool)) {
            return "tools." + tools.get(index).name() + plain(rest);
        }
        int number = 0;
        for (int i = 0; i < index; i++) {
            number += tools.get(i) instanceof FunctionTool ? 1 : 0;
        }
        return "tools[0].functionDeclarations[" + number + "]" + plain(rest);
    }

    @Override
    protected String message(List<Message> messages, int index, String rest) {
        MergedTurn turn = MergedTurn.of(messages, index);
        String head = turn.instructions() ? "systemInstruction" : "contents[" + turn.number() + "]";
        if (!rest.startsWith(".parts[")) {
            return head + plain(rest);
        }
        int part = PathNames.index(rest, ".parts[".length());
        List<Part> parts = messages.get(index).parts();
        String tail = behindBracket(rest);
        String member = member(part >= 0 && part < parts.size() ? parts.get(part) : null, tail);
        return head + ".parts[" + (turn.partsBefore(messages, index) + part) + "]" + member;
    }

    private String member(@Nullable Part part, String tail) {
        if (isExtension(tail)) {
            return plain(tail);
        }
        if (tail.startsWith(".signature")) {
            return ".thoughtSignature";
        }
        if (part instanceof ToolCall && !tail.isEmpty()) {
            return ".functionCall" + tail.replace(".arguments", ".args");
        }
        if (part instanceof ToolResult && !tail.isEmpty()) {
            return ".functionResponse"
                    + (tail.startsWith(".content") ? ".response" : tail.equals(".callId") ? ".id" : tail);
        }
        if (part instanceof Image image) {
            return tail.equals(".detail") ? ".mediaResolution" : source(image.source(), tail);
        }
        return part instanceof Document document ? source(document.source(), tail) : tail;
    }

    private static String source(MediaSource source, String tail) {
        if (!tail.startsWith(".source")) {
            return tail;
        }
        boolean inline = source instanceof MediaSource.Base64 || source instanceof MediaSource.PlainText;
        String member = tail.substring(".source".length())
                .replace(".mediaType", ".mimeType")
                .replace(".url", ".fileUri")
                .replace(".id", ".fileUri");
        return (inline ? ".inlineData" : ".fileData") + member;
    }
}
