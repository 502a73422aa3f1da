// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.ollama.chat;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Signature;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.tool.ToolKind;
import dev.dragoman.prepare.ObjectArguments;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry of {@code tool_calls}: {@code {"id","function":{"index","name","arguments":{…}}}}. Servers of before 2026 write no id.
 * Our own member {@code signature} holds what Gemini wants back with a call, and who signed it.
 */
final class OllamaChatToolCall {
    private static final String FUNCTION = "function";
    private static final String SIGNATURE = "signature";

    @Nullable String id;

    @Nullable String name;

    private String arguments = "{}";
    private @Nullable Signature signature;
    private final Map<String, RawJson> unknown = new LinkedHashMap<>(0);

    /** The entry that the reader stands on. */
    static OllamaChatToolCall read(JsonReader in) {
        OllamaChatToolCall call = new OllamaChatToolCall();
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "id" -> {
                    String id = in.stringOrNull();
                    call.id = id == null || id.isEmpty() ? null : id;
                }
                case "type" -> call.type(in);
                case FUNCTION -> call.function(in);
                case SIGNATURE -> call.signature(in);
                default -> call.unknown.put(in.name(), in.raw());
            }
        }
        return call;
    }

    /** Clients that are used to OpenAI write {@code function}; the server passes over it. */
    private void type(JsonReader in) {
        if (!in.isNull() && !FUNCTION.equals(in.string())) {
            throw in.invalid("tool calls are calls of functions");
        }
    }

    private void function(JsonReader in) {
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "name" -> name = in.stringOrNull();
                case "arguments" -> arguments = arguments(in);
                // Calls are numbered by their place.
                case "index" -> in.integerOrNull();
                default -> unknown.put(FUNCTION + "." + in.name(), in.raw());
            }
        }
    }

    /** An object; some servers and clients write its text. */
    private static String arguments(JsonReader in) {
        if (in.isNull()) {
            return "{}";
        }
        if (in.isString()) {
            return in.string();
        }
        if (!in.isObject()) {
            throw in.mismatch("an object");
        }
        return ObjectArguments.decode(in.raw());
    }

    private void signature(JsonReader in) {
        if (in.isNull()) {
            return;
        }
        String value = null;
        String vendor = null;
        String model = null;
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "value" -> value = in.stringOrNull();
                case "vendor" -> vendor = in.stringOrNull();
                case "model" -> model = in.stringOrNull();
                default -> in.skip();
            }
        }
        signature = value == null ? null : new Signature(value, vendor == null ? null : new Origin(vendor, model));
    }

    /** The call under an id of its own or the given one. */
    ToolCall call(String otherwise) {
        return new ToolCall(
                id == null ? otherwise : id,
                ToolKind.FUNCTION,
                name == null ? "" : name,
                arguments,
                signature,
                null,
                Extensions.of(OllamaChatDialect.ID, unknown));
    }

    /** Writes the call with this number. */
    static void write(ToolCall call, int number, JsonWriter json) {
        json.beginObject().field("id", call.id());
        json.beginObject(FUNCTION).field("index", (Integer) number).field("name", call.name());
        RawJson object = call.kind() == ToolKind.CUSTOM
                ? ObjectArguments.wrap(call.arguments())
                : ObjectArguments.encode(call.arguments());
        json.field("arguments", object);
        OllamaChatDialect.EXTENSIONS.writeNested(call.extensions(), FUNCTION, json);
        json.endObject();
        Signature signed = call.signature();
        if (signed != null) {
            json.beginObject(SIGNATURE).field("value", signed.value());
            if (signed.origin() != null) {
                json.field("vendor", signed.origin().vendor())
                        .field("model", signed.origin().model());
            }
            json.endObject();
        }
        OllamaChatDialect.EXTENSIONS.writeOwn(call.extensions(), json);
        json.endObject();
    }
}
