// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.ollama.chat;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A message as it stands on the wire, of a request, of a whole answer, or of a line of a stream. */
final class OllamaChatMessage {
    @Nullable String role;

    String content = "";
    String thinking = "";
    List<OllamaChatThought> details = List.of();
    List<Part> images = List.of();
    List<OllamaChatToolCall> calls = List.of();

    @Nullable String toolName;

    @Nullable String toolCallId;

    private @Nullable Map<String, RawJson> unknown;

    /** The message that the reader stands on. */
    static OllamaChatMessage read(JsonReader in) {
        OllamaChatMessage message = new OllamaChatMessage();
        in.beginObject();
        while (in.nextField()) {
            message.field(in, in.name());
        }
        return message;
    }

    private void field(JsonReader in, String name) {
        switch (name) {
            case "role" -> role = in.stringOrNull();
            case "content" -> content = in.isNull() ? "" : in.string();
            case "thinking" -> thinking = in.isNull() ? "" : in.string();
            case OllamaChatThought.MEMBER -> {
                if (in.isArray()) {
                    details = OllamaChatThought.read(in);
                } else {
                    keep(in, name);
                }
            }
            case "images" -> {
                if (!in.isNull()) {
                    images = new ArrayList<>();
                    in.beginArray();
                    while (in.nextElement()) {
                        images.add(OllamaChatMedia.decode(in));
                    }
                }
            }
            case "tool_calls" -> calls(in);
            case "tool_name" -> toolName = in.stringOrNull();
            case "tool_call_id" -> toolCallId = in.stringOrNull();
            default -> keep(in, name);
        }
    }

    private void calls(JsonReader in) {
        if (in.isNull()) {
            return;
        }
        calls = new ArrayList<>();
        in.beginArray();
        while (in.nextElement()) {
            calls.add(OllamaChatToolCall.read(in));
        }
    }

    private void keep(JsonReader in, String name) {
        unknown = unknown == null ? new LinkedHashMap<>() : unknown;
        unknown.put(name, in.raw());
    }

    /** The tool of a result in the words of clients of before {@code tool_name}; {@code null} if it is not said. */
    @Nullable String takeName() {
        RawJson name = unknown == null ? null : unknown.get("name");
        if (name == null || unknown == null || !name.isString()) {
            return null;
        }
        unknown.remove("name");
        try (JsonReader in = name.reader()) {
            return in.string();
        }
    }

    Extensions extensions() {
        return unknown == null ? Extensions.NONE : Extensions.of(OllamaChatDialect.ID, unknown);
    }
}
