// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import dev.dragoman.dialect.PathNames;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Message;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Document;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.MediaSource;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import dev.dragoman.model.tool.FunctionTool;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the values of a request stand in a body of this dialect. Responses of functions and what follows are one content. */
final class GeminiPaths {
    /** Longest prefixes first, as they are tried in order. */
    private static final PathNames TOP = new PathNames(List.of(
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

    private static final String EXTENSIONS = "extensions." + GeminiDialect.ID + ".";

    private GeminiPaths() {}

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
        return TOP.rename(path).replace("." + EXTENSIONS, ".");
    }

    private static String tool(ChatRequest request, String path) {
        int index = PathNames.index(path, "tools[".length());
        if (index < 0 || index >= request.tools().size()) {
            return path;
        }
        String rest = path.substring(path.indexOf(']') + 1).replace("." + EXTENSIONS, ".");
        if (!(request.tools().get(index) instanceof FunctionTool)) {
            return "tools." + request.tools().get(index).name() + rest;
        }
        int number = 0;
        for (int i = 0; i < index; i++) {
            number += request.tools().get(i) instanceof FunctionTool ? 1 : 0;
        }
        return "tools[0].functionDeclarations[" + number + "]" + rest;
    }

    private static String message(ChatRequest request, String path) {
        List<Message> messages = request.messages();
        int index = PathNames.index(path, "messages[".length());
        if (index < 0 || index >= messages.size()) {
            return path;
        }
        String rest = path.substring(path.indexOf(']') + 1);
        boolean system = index == 0 && messages.get(0).role().isInstruction();
        int content = -1;
        int shift = 0;
        for (int i = messages.get(0).role().isInstruction() ? 1 : 0; i <= index; i++) {
            boolean goesOn = i > 0
                    && messages.get(i - 1).role() == Role.TOOL
                    && (messages.get(i).role() == Role.TOOL || messages.get(i).role() == Role.USER);
            content += goesOn ? 0 : 1;
            shift = goesOn ? shift + messages.get(i - 1).parts().size() : 0;
        }
        String head = system ? "systemInstruction" : "contents[" + content + "]";
        if (!rest.startsWith(".parts[")) {
            return head + rest.replace("." + EXTENSIONS, ".");
        }
        int part = PathNames.index(rest, ".parts[".length());
        List<Part> parts = messages.get(index).parts();
        String tail = rest.substring(rest.indexOf(']') + 1);
        String member = member(part >= 0 && part < parts.size() ? parts.get(part) : null, tail);
        return head + ".parts[" + (shift + part) + "]" + member;
    }

    private static String member(@Nullable Part part, String tail) {
        if (tail.startsWith("." + EXTENSIONS)) {
            return "." + tail.substring(1 + EXTENSIONS.length());
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
