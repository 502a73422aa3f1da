// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.tool.FunctionTool;
import dev.dragoman.model.tool.HostedTool;
import dev.dragoman.model.tool.Tool;
import dev.dragoman.model.tool.ToolChoice;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code tools} and {@code tool_choice} of a request. */
final class CohereChatToolDecoder {
    /** Before the name of a member beside {@code function}, in the extensions of a tool. */
    static final String BESIDE = "tool";

    private @Nullable String type;
    private @Nullable String name;
    private @Nullable String description;
    private @Nullable RawJson parameters;
    private boolean hasFunction;
    private final Map<String, RawJson> unknown = new LinkedHashMap<>(0);

    private CohereChatToolDecoder() {}

    static List<Tool> decode(JsonReader in) {
        if (in.isNull()) {
            return List.of();
        }
        List<Tool> tools = new ArrayList<>();
        Set<String> names = new HashSet<>();
        in.beginArray();
        while (in.nextElement()) {
            Tool tool = new CohereChatToolDecoder().tool(in);
            if (tool instanceof FunctionTool && !names.add(tool.name())) {
                throw in.invalid("the names of tools are unique");
            }
            tools.add(tool);
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
                case "function" -> function(in);
                default -> unknown.put(BESIDE + "." + in.name(), in.raw());
            }
        }
        if (type != null && !type.equals("function")) {
            return new HostedTool(CohereChatDialect.ID, type, in.rawSince(mark));
        }
        if (!hasFunction) {
            throw in.missing(path + ".function");
        }
        if (name == null || name.isEmpty()) {
            throw in.missing(path + ".function.name");
        }
        return new FunctionTool(
                name, description, parameters, null, null, Extensions.of(CohereChatDialect.ID, unknown));
    }

    private void function(JsonReader in) {
        hasFunction = true;
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "name" -> name = in.string();
                case "description" -> description = in.stringOrNull();
                case "parameters" -> {
                    if (!in.isNull()) {
                        if (!in.isObject()) {
                            throw in.mismatch("an object");
                        }
                        parameters = in.raw();
                    }
                }
                default -> unknown.put(in.name(), in.raw());
            }
        }
    }

    /** The tools with this wish for exact arguments, which is one for all. */
    static List<Tool> strict(List<Tool> tools, boolean strict) {
        List<Tool> all = new ArrayList<>(tools);
        all.replaceAll(tool -> tool instanceof FunctionTool function
                ? new FunctionTool(
                        function.name(),
                        function.description(),
                        function.parameters(),
                        strict,
                        function.cache(),
                        function.extensions())
                : tool);
        return all;
    }

    static @Nullable ToolChoice choice(JsonReader in) {
        if (in.isNull()) {
            return null;
        }
        if (in.isObject()) {
            return new ToolChoice.Foreign(CohereChatDialect.ID, in.raw());
        }
        return switch (in.string().toUpperCase(Locale.ROOT)) {
            case "REQUIRED" -> ToolChoice.REQUIRED;
            case "NONE" -> ToolChoice.NONE;
            default -> throw in.invalid("choices are 'REQUIRED' and 'NONE'");
        };
    }
}
