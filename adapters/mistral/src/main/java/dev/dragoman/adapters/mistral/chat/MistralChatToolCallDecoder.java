// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.mistral.chat;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Signature;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.tool.ToolKind;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry of {@code tool_calls}: whole in requests, whole or partial in replies. Arguments are the text of an object or the
 * object itself. Source: {@code ToolCall} and {@code FunctionCall} of {@code @mistralai/mistralai} 2.7.0.
 */
final class MistralChatToolCallDecoder {
    private static final RawJson FUNCTION = RawJson.string("function");

    @Nullable Integer index;

    @Nullable String id;

    @Nullable String name;

    @Nullable String arguments;

    private final Map<String, RawJson> unknown = new LinkedHashMap<>(0);

    private MistralChatToolCallDecoder() {}

    static MistralChatToolCallDecoder read(JsonReader in) {
        MistralChatToolCallDecoder call = new MistralChatToolCallDecoder();
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "index" -> call.index = in.smallIntegerOrNull();
                case "id" -> call.id(in.stringOrNull());
                case "type" -> call.type(in);
                case "function" -> call.function(in);
                default -> call.unknown.put(in.name(), in.raw());
            }
        }
        return call;
    }

    /** The SDKs write the text {@code null} where there is no id. */
    private void id(@Nullable String value) {
        id = value == null || value.isBlank() || value.equals("null") ? null : value;
    }

    private void type(JsonReader in) {
        RawJson type = in.raw();
        if (!type.isNull() && !type.equals(FUNCTION)) {
            unknown.put("type", type);
        }
    }

    private void function(JsonReader in) {
        if (in.isNull()) {
            return;
        }
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "name" -> name = in.stringOrNull();
                case "arguments" -> arguments(in);
                default -> unknown.put("function." + in.name(), in.raw());
            }
        }
    }

    private void arguments(JsonReader in) {
        if (in.isObject()) {
            arguments = in.raw().toString();
        } else if (in.isString() || in.isNull()) {
            arguments = in.stringOrNull();
        } else {
            throw in.mismatch("a string or an object");
        }
    }

    boolean isNamed() {
        return name != null && !name.isEmpty();
    }

    ToolCall build(String withId, @Nullable Signature signature) {
        return new ToolCall(
                withId,
                ToolKind.FUNCTION,
                name == null ? "" : name,
                arguments == null ? "" : arguments,
                signature,
                null,
                Extensions.of(MistralChatDialect.ID, unknown));
    }
}
