// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.CacheHint;
import dev.dragoman.model.tool.FunctionTool;
import dev.dragoman.model.tool.HostedTool;
import dev.dragoman.model.tool.Tool;
import dev.dragoman.model.tool.ToolChoice;
import dev.dragoman.model.tool.ToolRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code toolConfig} of a request. Breakpoints go to the tool before them; kinds of tools that nobody knows are kept whole. */
final class BedrockConverseToolDecoder {
    private final List<Tool> tools = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Map<String, RawJson> unknown;
    private @Nullable ToolChoice choice;

    BedrockConverseToolDecoder(Map<String, RawJson> unknown) {
        this.unknown = unknown;
    }

    List<Tool> tools() {
        return tools;
    }

    @Nullable ToolChoice choice() {
        return choice;
    }

    void decode(JsonReader in) {
        if (in.isNull()) {
            return;
        }
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "tools" -> {
                    in.beginArray();
                    while (in.nextElement()) {
                        tool(in);
                    }
                }
                case "toolChoice" -> choice = choice(in);
                default -> unknown.put("toolConfig." + in.name(), in.raw());
            }
        }
    }

    private void tool(JsonReader in) {
        String path = in.path();
        int mark = in.mark();
        String type = null;
        FunctionTool function = null;
        CacheHint cache = null;
        in.beginObject();
        while (in.nextField()) {
            String name = in.name();
            if (in.isNull()) {
                continue;
            }
            if (type != null) {
                throw in.invalid("a tool has exactly one member, and '" + type + "' is there already");
            }
            type = name;
            switch (name) {
                case "toolSpec" -> function = function(in);
                case BedrockConverseCache.MEMBER -> cache = BedrockConverseCache.decode(in);
                default -> in.skip();
            }
        }
        if (type == null) {
            throw in.missing(path + ".toolSpec");
        }
        if (function != null) {
            tools.add(function);
        } else if (cache == null || !hint(cache)) {
            tools.add(new HostedTool(BedrockConverseDialect.ID, type, in.rawSince(mark)));
        }
    }

    private boolean hint(CacheHint cache) {
        int last = tools.size() - 1;
        if (last < 0 || !(tools.get(last) instanceof FunctionTool tool) || tool.cache() != null) {
            return false;
        }
        tools.set(
                last,
                new FunctionTool(
                        tool.name(), tool.description(), tool.parameters(), tool.strict(), cache, tool.extensions()));
        return true;
    }

    private FunctionTool function(JsonReader in) {
        String path = in.path();
        String name = null;
        String description = null;
        RawJson parameters = null;
        Boolean strict = null;
        Map<String, RawJson> extra = new LinkedHashMap<>(0);
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "name" -> {
                    name = in.string();
                    if (!names.add(name)) {
                        throw in.invalid("names of tools are unique");
                    }
                }
                case "description" -> description = in.stringOrNull();
                case "inputSchema" -> parameters = schema(in, extra);
                case "strict" -> strict = in.boolOrNull();
                default -> extra.put(in.name(), in.raw());
            }
        }
        if (name == null || name.isEmpty()) {
            throw in.missing(path + ".name");
        }
        return new FunctionTool(
                name, description, parameters, strict, null, Extensions.of(BedrockConverseDialect.ID, extra));
    }

    private static @Nullable RawJson schema(JsonReader in, Map<String, RawJson> extra) {
        if (in.isNull()) {
            return null;
        }
        RawJson schema = null;
        in.beginObject();
        while (in.nextField()) {
            if (in.name().equals("json")) {
                if (!in.isObject()) {
                    throw in.mismatch("an object");
                }
                schema = in.raw();
            } else {
                extra.put("inputSchema." + in.name(), in.raw());
            }
        }
        return schema;
    }

    private static @Nullable ToolChoice choice(JsonReader in) {
        if (in.isNull()) {
            return null;
        }
        String path = in.path();
        int mark = in.mark();
        ToolChoice choice = null;
        boolean strange = false;
        in.beginObject();
        while (in.nextField()) {
            String kind = in.name();
            if (in.isNull()) {
                continue;
            }
            boolean second = choice != null;
            switch (kind) {
                case "auto" -> {
                    choice = ToolChoice.AUTO;
                    strange |= hasMembers(in);
                }
                case "any" -> {
                    choice = ToolChoice.REQUIRED;
                    strange |= hasMembers(in);
                }
                case "tool" -> choice = named(in, path);
                default -> {
                    strange = true;
                    in.skip();
                }
            }
            strange |= second;
        }
        if (choice == null && !strange) {
            throw in.missing(path + ".auto");
        }
        return strange ? new ToolChoice.Foreign(BedrockConverseDialect.ID, in.rawSince(mark)) : choice;
    }

    private static boolean hasMembers(JsonReader in) {
        boolean any = false;
        in.beginObject();
        while (in.nextField()) {
            any = true;
            in.skip();
        }
        return any;
    }

    private static ToolChoice named(JsonReader in, String path) {
        String name = null;
        in.beginObject();
        while (in.nextField()) {
            if (in.name().equals("name")) {
                name = in.string();
            } else {
                throw in.invalid("the choice of a tool has a name only");
            }
        }
        if (name == null) {
            throw in.missing(path + ".tool.name");
        }
        return new ToolChoice.Named(ToolRef.function(name));
    }
}
