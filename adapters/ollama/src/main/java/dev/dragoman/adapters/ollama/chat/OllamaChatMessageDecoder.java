// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.ollama.chat;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.Message;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Signature;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code messages} of a request. Parts stand in the order thinking, content, images, calls. Calls and results without ids get
 * some: see {@link OllamaChatCallIds}.
 */
final class OllamaChatMessageDecoder {
    private final OllamaChatCallIds ids = new OllamaChatCallIds();
    private final List<Message> messages = new ArrayList<>();

    private OllamaChatMessageDecoder() {}

    /** The messages of the array that the reader stands on. */
    static List<Message> decode(JsonReader in) {
        OllamaChatMessageDecoder decoder = new OllamaChatMessageDecoder();
        if (!in.isNull()) {
            in.beginArray();
            while (in.nextElement()) {
                decoder.message(in);
            }
        }
        return decoder.messages;
    }

    private void message(JsonReader in) {
        String path = in.path();
        OllamaChatMessage wire = OllamaChatMessage.read(in);
        Role role = role(wire.role, path, in);
        List<Part> parts = new ArrayList<>(2);
        if (role != Role.ASSISTANT && !wire.calls.isEmpty()) {
            throw OllamaChatRequestDecoder.invalid(path + ".tool_calls", "only the assistant calls tools");
        }
        if (role == Role.TOOL) {
            parts.add(result(wire));
            messages.add(new Message(role, parts, null, wire.extensions()));
            return;
        }
        said(wire, parts);
        if (role == Role.ASSISTANT) {
            calls(wire, path, in, parts);
        }
        messages.add(new Message(role, parts, null, ofResult(wire)));
    }

    /** The members of a result on another message mean nothing to the server; they are kept. */
    private static Extensions ofResult(OllamaChatMessage wire) {
        Extensions extensions = wire.extensions();
        if (wire.toolName != null) {
            extensions = extensions.with(OllamaChatDialect.ID, "tool_name", RawJson.string(wire.toolName));
        }
        return wire.toolCallId == null
                ? extensions
                : extensions.with(OllamaChatDialect.ID, "tool_call_id", RawJson.string(wire.toolCallId));
    }

    private static Role role(@Nullable String word, String path, JsonReader in) {
        if (word == null) {
            throw in.missing(path + ".role");
        }
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "system" -> Role.SYSTEM;
            case "user" -> Role.USER;
            case "assistant" -> Role.ASSISTANT;
            case "tool" -> Role.TOOL;
            default ->
                throw OllamaChatRequestDecoder.invalid(
                        path + ".role", "roles are 'system', 'user', 'assistant' and 'tool'");
        };
    }

    private static void said(OllamaChatMessage wire, List<Part> parts) {
        parts.addAll(OllamaChatThoughts.decode(wire.thinking, wire.details));
        Signature signature = OllamaChatThoughts.contentSignature(wire.details);
        if (!wire.content.isEmpty() || signature != null) {
            Text text = Text.of(wire.content);
            parts.add(signature == null ? text : new Text(text.text(), List.of(), signature, null, text.extensions()));
        }
        parts.addAll(wire.images);
    }

    private ToolResult result(OllamaChatMessage wire) {
        List<Part> content = new ArrayList<>(1);
        said(wire, content);
        String name = wire.toolName != null ? wire.toolName : wire.takeName();
        return new ToolResult(
                ids.ofResult(wire.toolCallId, name, messages.size()), name, content, null, null, Extensions.NONE);
    }

    private void calls(OllamaChatMessage wire, String path, JsonReader in, List<Part> parts) {
        for (int i = 0; i < wire.calls.size(); i++) {
            OllamaChatToolCall call = wire.calls.get(i);
            if (call.name == null) {
                throw in.missing(path + ".tool_calls[" + i + "].function.name");
            }
            ToolCall named = call.call(OllamaChatCallIds.made(messages.size(), i));
            ids.called(named);
            parts.add(named);
        }
    }
}
