// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Signature;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.tool.ToolKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tool calls: whole ones in the history of a request, whole or partial ones in replies. One instance holds the fields of one
 * entry.
 */
final class OpenAiChatToolCallDecoder {
    @Nullable Integer index;

    @Nullable String id;

    @Nullable String type;

    @Nullable String name;

    @Nullable String arguments;

    boolean custom;

    @Nullable Signature signature;

    final Map<String, RawJson> unknown = new LinkedHashMap<>(0);

    private OpenAiChatToolCallDecoder() {}

    /** {@code tool_calls} of a message of a request. */
    static List<ToolCall> history(JsonReader in) {
        if (in.isNull()) {
            return List.of();
        }
        List<ToolCall> calls = new ArrayList<>();
        in.beginArray();
        while (in.nextElement()) {
            OpenAiChatToolCallDecoder call = read(in);
            if (call.id == null || call.id.isEmpty()) {
                throw in.lacks("id");
            }
            if (call.name == null) {
                throw in.lacks(call.custom ? "custom.name" : "function.name");
            }
            calls.add(call.build(call.id));
        }
        return calls;
    }

    /** The deprecated {@code function_call} of a message of a request, which has no id. */
    static ToolCall functionCall(JsonReader in, String id) {
        OpenAiChatToolCallDecoder call = new OpenAiChatToolCallDecoder();
        call.body(in, "function_call", "arguments");
        if (call.name == null) {
            throw in.lacks("name");
        }
        return call.build(id);
    }

    /** The deprecated {@code function_call} of a reply, whole or partial. */
    static OpenAiChatToolCallDecoder functionCallOfReply(JsonReader in) {
        OpenAiChatToolCallDecoder call = new OpenAiChatToolCallDecoder();
        call.index = 0;
        call.body(in, "function_call", "arguments");
        return call;
    }

    /** An entry of {@code tool_calls}, whole or partial. */
    static OpenAiChatToolCallDecoder read(JsonReader in) {
        OpenAiChatToolCallDecoder call = new OpenAiChatToolCallDecoder();
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "index" -> call.index = in.smallIntegerOrNull();
                case "id" -> call.id = in.stringOrNull();
                case "type" -> {
                    call.type = in.stringOrNull();
                    call.custom |= "custom".equals(call.type);
                }
                case "function" -> call.function(in);
                case "custom" -> {
                    call.custom = true;
                    call.body(in, "custom", "input");
                }
                case "extra_content" -> call.extraContent(in);
                default -> call.unknown.put(in.name(), in.raw());
            }
        }
        return call;
    }

    ToolCall build(String withId) {
        return new ToolCall(
                withId,
                custom ? ToolKind.CUSTOM : ToolKind.FUNCTION,
                name == null ? "" : name,
                arguments == null ? "" : arguments,
                signature,
                null,
                Extensions.of(OpenAiChatDialect.ID, unknown));
    }

    /** One gateway documents {@code function} as a string: the text of the object. */
    private void function(JsonReader in) {
        if (!in.isString()) {
            body(in, "function", "arguments");
            return;
        }
        String text = in.string();
        RawJson object;
        try {
            object = RawJson.parse(text);
        } catch (IllegalArgumentException e) {
            name = text;
            return;
        }
        if (object.isObject()) {
            try (JsonReader inner = object.reader()) {
                body(inner, "function", "arguments");
            }
        } else {
            name = text;
        }
    }

    private void body(JsonReader in, String member, String payload) {
        if (in.isNull()) {
            return;
        }
        in.beginObject();
        while (in.nextField()) {
            String field = in.name();
            if (field.equals("name")) {
                name = in.stringOrNull();
            } else if (field.equals(payload)) {
                // Some vendors send the object instead of its text.
                arguments = in.isNull()
                        ? null
                        : in.isString() ? in.string() : in.raw().toString();
            } else {
                unknown.put(member + "." + field, in.raw());
            }
        }
    }

    /** Google's place for thought signatures, and ours for who made them. */
    private void extraContent(JsonReader in) {
        if (!in.isObject()) {
            unknown.put("extra_content", in.raw());
            return;
        }
        int mark = in.mark();
        String value = null;
        String vendor = null;
        String model = null;
        boolean foreign = false;
        in.beginObject();
        while (in.nextField()) {
            String member = in.name();
            if ((member.equals("google") || member.equals("dragoman")) && in.isObject()) {
                in.beginObject();
                while (in.nextField()) {
                    switch (in.name()) {
                        case "thought_signature" -> value = in.stringOrNull();
                        case "vendor" -> vendor = in.stringOrNull();
                        case "model" -> model = in.stringOrNull();
                        default -> {
                            foreign = true;
                            in.skip();
                        }
                    }
                }
            } else {
                foreign = true;
                in.skip();
            }
        }
        if (foreign || value == null) {
            unknown.put("extra_content", in.rawSince(mark));
        }
        if (value != null) {
            signature = new Signature(value, vendor == null ? null : new Origin(vendor, model));
        }
    }
}
