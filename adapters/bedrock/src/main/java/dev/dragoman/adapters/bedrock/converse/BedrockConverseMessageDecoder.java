// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

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
final class BedrockConverseMessageDecoder {
    private @Nullable Role role;
    private @Nullable List<Part> content;
    private final Map<String, RawJson> unknown = new LinkedHashMap<>(0);

    private BedrockConverseMessageDecoder() {}

    static List<Message> decode(JsonReader in) {
        List<Message> messages = new ArrayList<>();
        if (in.isNull()) {
            return messages;
        }
        in.beginArray();
        while (in.nextElement()) {
            new BedrockConverseMessageDecoder().message(in, messages);
        }
        return messages;
    }

    /** Instructions at the top level; {@code null} if there are none. */
    static @Nullable Message system(JsonReader in) {
        if (in.isNull()) {
            return null;
        }
        List<Part> parts = BedrockConverseContent.ofRequest(in);
        parts.forEach(part -> requireFit(part, Role.SYSTEM, "system"));
        return parts.isEmpty() ? null : Message.of(Role.SYSTEM, parts);
    }

    private void message(JsonReader in, List<Message> out) {
        String path = in.path();
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "role" -> role = role(in);
                case "content" -> content = BedrockConverseContent.ofRequest(in);
                default -> unknown.put(in.name(), in.raw());
            }
        }
        if (role == null) {
            throw in.missing(path + ".role");
        }
        if (content == null) {
            throw in.missing(path + ".content");
        }
        Extensions extensions = Extensions.of(BedrockConverseDialect.ID, unknown);
        Role speaker = role;
        if (speaker == Role.USER) {
            user(content, path + ".content", extensions, out);
            return;
        }
        content.forEach(part -> requireFit(part, speaker, path + ".content"));
        out.add(new Message(speaker, content, null, extensions));
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

    private static Role role(JsonReader in) {
        return switch (in.string()) {
            case "user" -> Role.USER;
            case "assistant" -> Role.ASSISTANT;
            case "system" -> Role.SYSTEM;
            default -> throw in.invalid("roles are 'user', 'assistant' and 'system'");
        };
    }

    private static void requireFit(Part part, Role role, String path) {
        if (part instanceof ToolCall && role != Role.ASSISTANT) {
            throw ChatException.invalid(path, path + ": toolUse blocks stand in assistant messages only");
        }
        if (part instanceof ToolResult) {
            throw ChatException.invalid(path, path + ": toolResult blocks stand in user messages only");
        }
    }
}
