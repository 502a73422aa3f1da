// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.tool.ToolKind;
import dev.dragoman.prepare.ReasoningSeal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A tool call: {@code {"id","type":"function","function":{"name","arguments"}}}. */
final class CohereChatCallDecoder {
    private static final String OF_FUNCTION = "function.";

    private @Nullable String id;
    private @Nullable String name;
    private String arguments = "";
    private @Nullable ReasoningSeal seal;
    private final Map<String, RawJson> unknown = new LinkedHashMap<>(0);
    private final String path;

    /** Reads the object that the reader stands on, of a request or an answer. */
    CohereChatCallDecoder(JsonReader in) {
        path = in.path();
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "id" -> id = in.stringOrNull();
                case "type" -> {
                    String type = in.stringOrNull();
                    if (type != null && !type.equals("function")) {
                        throw in.invalid("calls are of type 'function'");
                    }
                }
                case "function" -> function(in);
                case CohereChatSeal.MEMBER -> {
                    if (in.isString() && ReasoningSeal.isSeal(in.string())) {
                        seal = ReasoningSeal.read(in.string());
                    } else {
                        unknown.put(in.name(), in.raw());
                    }
                }
                default -> unknown.put(in.name(), in.raw());
            }
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
                case "arguments" -> {
                    String text = in.stringOrNull();
                    arguments = text == null ? "" : text;
                }
                default -> unknown.put(OF_FUNCTION + in.name(), in.raw());
            }
        }
    }

    /** The arguments, or the next piece of them. */
    String arguments() {
        return arguments;
    }

    static List<ToolCall> decode(JsonReader in) {
        if (in.isNull()) {
            return List.of();
        }
        List<ToolCall> calls = new ArrayList<>();
        in.beginArray();
        while (in.nextElement()) {
            calls.add(new CohereChatCallDecoder(in).strict(in));
        }
        return calls;
    }

    private ToolCall strict(JsonReader in) {
        if (id == null || id.isEmpty()) {
            throw in.missing(path + ".id");
        }
        if (name == null) {
            throw in.missing(path + ".function.name");
        }
        return call(id, name, CohereChatArguments.decode(arguments));
    }

    /**
     * The call that a vendor answers.
     *
     * @param number its number among the calls, of which an id is made where the vendor gives none
     * @param text its arguments so far
     */
    ToolCall lenient(int number, String text) {
        return call(id == null || id.isEmpty() ? "call_" + number : id, name == null ? "" : name, text);
    }

    private ToolCall call(String callId, String tool, String text) {
        return new ToolCall(
                callId,
                ToolKind.FUNCTION,
                tool,
                text,
                seal == null ? null : seal.ofPart(),
                null,
                Extensions.of(CohereChatDialect.ID, unknown));
    }
}
