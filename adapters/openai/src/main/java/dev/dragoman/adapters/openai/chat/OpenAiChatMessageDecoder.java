// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.Message;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Audio;
import dev.dragoman.model.content.Citation;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Refusal;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code messages} of a request. The fields of a message may come in any order; its parts come out in the model's order. */
final class OpenAiChatMessageDecoder {
    private @Nullable String role;
    private boolean hasContent;
    private List<Part> content = List.of();
    private @Nullable String name;
    private @Nullable String refusal;
    private @Nullable String toolCallId;
    private @Nullable String reasoningText;
    private @Nullable OpenAiChatReasoning details;
    private List<ToolCall> toolCalls = List.of();
    private @Nullable ToolCall functionCall;
    private @Nullable Audio audio;
    private List<Citation> citations = List.of();
    private final Map<String, RawJson> unknown = new LinkedHashMap<>(0);

    private OpenAiChatMessageDecoder() {}

    static List<Message> decode(JsonReader in) {
        List<Message> messages = new ArrayList<>();
        // The deprecated function messages name no call: they answer the call before them.
        String lastFunctionCall = null;
        in.beginArray();
        while (in.nextElement()) {
            OpenAiChatMessageDecoder decoder = new OpenAiChatMessageDecoder();
            Message message = decoder.message(in, messages.size(), lastFunctionCall);
            if (decoder.functionCall != null) {
                lastFunctionCall = decoder.functionCall.id();
            }
            messages.add(message);
        }
        if (messages.isEmpty()) {
            throw in.invalid("there must be at least one message");
        }
        return messages;
    }

    private Message message(JsonReader in, int index, @Nullable String lastFunctionCall) {
        in.beginObject();
        while (in.nextField()) {
            field(in, index);
        }
        if (role == null) {
            throw in.lacks("role");
        }
        return switch (role) {
            case "system" -> plain(in, Role.SYSTEM);
            case "developer" -> plain(in, Role.DEVELOPER);
            case "user" -> plain(in, Role.USER);
            case "assistant" -> assistant();
            case "tool" -> {
                if (toolCallId == null || toolCallId.isEmpty()) {
                    throw in.lacks("tool_call_id");
                }
                yield result(in, toolCallId, name);
            }
            case "function" -> {
                if (name == null) {
                    throw in.lacks("name");
                }
                hasContent = true;
                yield result(in, lastFunctionCall != null ? lastFunctionCall : name, name);
            }
            default -> throw new IllegalStateException(role);
        };
    }

    private void field(JsonReader in, int index) {
        switch (in.name()) {
            case "role" -> role = role(in);
            case "content" -> {
                hasContent = !in.isNull();
                content = OpenAiChatPartDecoder.content(in);
            }
            case "name" -> name = in.stringOrNull();
            case "refusal" -> refusal = in.stringOrNull();
            case "tool_call_id" -> toolCallId = in.stringOrNull();
            case "tool_calls" -> toolCalls = OpenAiChatToolCallDecoder.history(in);
            case "function_call" ->
                functionCall = in.isNull() ? null : OpenAiChatToolCallDecoder.functionCall(in, "call_" + index);
            case "audio" -> audio = in.isNull() ? null : audio(in);
            case "annotations" -> citations = OpenAiChatCitations.decode(in, unknown);
            case "reasoning_content", "reasoning" -> {
                if (in.isString() || in.isNull()) {
                    String text = in.stringOrNull();
                    reasoningText = text != null ? text : reasoningText;
                } else {
                    unknown.put(in.name(), in.raw());
                }
            }
            case "reasoning_details" -> reasoning().read(in, unknown);
            default -> unknown.put(in.name(), in.raw());
        }
    }

    private OpenAiChatReasoning reasoning() {
        if (details == null) {
            details = new OpenAiChatReasoning();
        }
        return details;
    }

    private static String role(JsonReader in) {
        String role = in.string();
        return switch (role) {
            case "system", "developer", "user", "assistant", "tool", "function" -> role;
            default ->
                throw in.invalid(
                        "'" + abbreviated(role)
                                + "' is not a role; roles are 'system', 'developer', 'user', 'assistant', 'tool' and 'function'");
        };
    }

    private static String abbreviated(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }

    private Message plain(JsonReader in, Role as) {
        if (!hasContent) {
            throw in.lacks("content");
        }
        keepStrays();
        return new Message(as, content, name, extensions());
    }

    private Message result(JsonReader in, String callId, @Nullable String toolName) {
        if (!hasContent) {
            throw in.lacks("content");
        }
        keepStrays();
        ToolResult result = new ToolResult(callId, toolName, content, null, null, Extensions.NONE);
        return new Message(Role.TOOL, List.of(result), null, extensions());
    }

    private Message assistant() {
        List<Part> parts = new ArrayList<>(content.size() + toolCalls.size() + 1);
        OpenAiChatReasoning reasoning = reasoning();
        List<Reasoning> thoughts = reasoning.build(reasoningText);
        parts.addAll(thoughts);
        boolean cited = citations.isEmpty();
        int text = 0;
        for (Part part : content) {
            if (part instanceof Text t) {
                Text whole = t;
                if (!cited) {
                    cited = true;
                    whole = new Text(t.text(), citations, t.signature(), t.cache(), t.extensions());
                }
                parts.add(reasoning.sign(whole, text++));
            } else {
                parts.add(part);
            }
        }
        if (!cited) {
            parts.add(new Text("", citations, null, null, Extensions.NONE));
        }
        if (refusal != null) {
            parts.add(Refusal.of(refusal));
        }
        if (audio != null) {
            parts.add(audio);
        }
        parts.addAll(toolCalls);
        if (functionCall != null) {
            parts.add(functionCall);
        }
        return new Message(Role.ASSISTANT, parts, name, extensions());
    }

    private static Audio audio(JsonReader in) {
        String id = null;
        Map<String, RawJson> extra = new LinkedHashMap<>(0);
        in.beginObject();
        while (in.nextField()) {
            if (in.name().equals("id")) {
                id = in.string();
            } else {
                extra.put(in.name(), in.raw());
            }
        }
        if (id == null) {
            throw in.lacks("id");
        }
        return new Audio(null, id, null, null, null, Extensions.of(OpenAiChatDialect.ID, extra));
    }

    /** Members that belong to other roles are kept as they were, so that they are at least reported. */
    private void keepStrays() {
        if (refusal != null) {
            unknown.put("refusal", RawJson.string(refusal));
        }
        if (reasoningText != null) {
            unknown.put("reasoning_content", RawJson.string(reasoningText));
        }
    }

    private Extensions extensions() {
        return Extensions.of(OpenAiChatDialect.ID, unknown);
    }
}
