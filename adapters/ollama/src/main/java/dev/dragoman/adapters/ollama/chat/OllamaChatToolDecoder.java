// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.ollama.chat;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.tool.FunctionTool;
import dev.dragoman.model.tool.HostedTool;
import dev.dragoman.model.tool.Tool;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code tools}: functions; a tool of another type is kept as it is. */
final class OllamaChatToolDecoder {
    private static final String FUNCTION = "function";

    private @Nullable String type;
    private boolean hasFunction;
    private @Nullable String name;
    private @Nullable String description;
    private @Nullable RawJson parameters;
    private final Map<String, RawJson> unknown = new LinkedHashMap<>(0);

    private OllamaChatToolDecoder() {}

    /** The tools of the array that the reader stands on. */
    static List<Tool> decode(JsonReader in) {
        List<Tool> tools = new ArrayList<>();
        if (!in.isNull()) {
            in.beginArray();
            while (in.nextElement()) {
                tools.add(new OllamaChatToolDecoder().tool(in));
            }
        }
        return tools;
    }

    private Tool tool(JsonReader in) {
        String path = in.path();
        int mark = in.mark();
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "type" -> type = in.stringOrNull();
                case FUNCTION -> function(in);
                default -> unknown.put(in.name(), in.raw());
            }
        }
        if (type != null && !type.equals(FUNCTION)) {
            return new HostedTool(OllamaChatDialect.ID, type, in.rawSince(mark));
        }
        if (!hasFunction) {
            throw in.missing(path + "." + FUNCTION);
        }
        if (name == null) {
            throw in.missing(path + "." + FUNCTION + ".name");
        }
        return new FunctionTool(
                name, description, parameters, null, null, Extensions.of(OllamaChatDialect.ID, unknown));
    }

    private void function(JsonReader in) {
        hasFunction = true;
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "name" -> name = in.stringOrNull();
                case "description" -> description = in.stringOrNull();
                case "parameters" -> {
                    if (!in.isNull() && !in.isObject()) {
                        throw in.mismatch("an object");
                    }
                    parameters = in.isNull() ? null : in.raw();
                }
                default -> unknown.put(FUNCTION + "." + in.name(), in.raw());
            }
        }
    }
}
