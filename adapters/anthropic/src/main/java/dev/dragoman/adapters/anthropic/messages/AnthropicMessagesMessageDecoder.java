// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.Message;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import dev.dragoman.model.error.ChatException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code messages} and {@code system} of a request. A user's turn that holds tool results becomes a message each, before one of
 * what else the user says.
 */
final class AnthropicMessagesMessageDecoder {
    private @Nullable String role;
    private @Nullable List<Part> content;
    private final Map<String, RawJson> unknown = new LinkedHashMap<>(0);

    private AnthropicMessagesMessageDecoder() {}

    static List<Message> decode(JsonReader in) {
        List<Message> messages = new ArrayList<>();
        in.beginArray();
        boolean any = false;
        while (in.nextElement()) {
            any = true;
            new AnthropicMessagesMessageDecoder().message(in, messages);
        }
        if (!any) {
            throw in.invalid("at least one message is required");
        }
        return messages;
    }

    /** Instructions at the top level; {@code null} if there are none. */
    static @Nullable Message system(JsonReader in) {
        if (in.isNull()) {
            return null;
        }
        if (!in.isString() && !in.isArray()) {
            throw in.mismatch("a string or an array of text blocks");
        }
        List<Part> parts = AnthropicMessagesContent.decode(in, AnthropicMessagesSeal.NATIVE_ORIGIN);
        parts.forEach(part -> requireFit(part, Role.SYSTEM, "system"));
        return parts.isEmpty() ? null : Message.of(Role.SYSTEM, parts);
    }

    private void message(JsonReader in, List<Message> out) {
        String path = in.path();
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "role" -> role = role(in);
                case "content" -> {
                    if (!in.isString() && !in.isArray()) {
                        throw in.mismatch("a string or an array of content blocks");
                    }
                    content = AnthropicMessagesContent.decode(in, AnthropicMessagesSeal.NATIVE_ORIGIN);
                }
                default -> unknown.put(in.name(), in.raw());
            }
        }
        if (role == null) {
            throw in.missing(path + ".role");
        }
        if (content == null) {
            throw in.missing(path + ".content");
        }
        Extensions extensions = Extensions.of(AnthropicMessagesDialect.ID, unknown);
        switch (role) {
            case "user" -> user(content, path, extensions, out);
            case "assistant" -> {
                content.forEach(part -> requireFit(part, Role.ASSISTANT, path));
                out.add(new Message(Role.ASSISTANT, content, null, extensions));
            }
            default -> {
                content.forEach(part -> requireFit(part, Role.SYSTEM, path));
                out.add(new Message(Role.SYSTEM, content, null, extensions));
            }
        }
    }

    private static void user(List<Part> content, String path, Extensions extensions, List<Message> out) {
        List<Part> rest = new ArrayList<>(content.size());
        int first = out.size();
        for (Part part : content) {
            if (part instanceof ToolResult) {
                out.add(Message.of(Role.TOOL, List.of(part)));
            } else {
                requireFit(part, Role.USER, path);
                rest.add(part);
            }
        }
        if (!rest.isEmpty() || out.size() == first) {
            out.add(new Message(Role.USER, rest, null, extensions));
        } else if (!extensions.isEmpty()) {
            out.set(first, new Message(Role.TOOL, out.get(first).parts(), null, extensions));
        }
    }

    private static String role(JsonReader in) {
        String role = in.string();
        return switch (role) {
            case "user", "assistant", "system" -> role;
            default -> throw in.invalid("roles are 'user', 'assistant' and 'system'");
        };
    }

    private static void requireFit(Part part, Role role, String path) {
        if (part instanceof ToolCall && role != Role.ASSISTANT) {
            throw ChatException.invalid(
                    path + ".content", path + ".content: tool_use blocks stand in assistant messages only");
        }
        if (part instanceof ToolResult) {
            throw ChatException.invalid(
                    path + ".content", path + ".content: tool_result blocks stand in user messages only");
        }
    }
}
