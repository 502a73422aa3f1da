// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.tool.CustomTool;
import dev.dragoman.model.tool.FunctionTool;
import dev.dragoman.model.tool.Grammar;
import dev.dragoman.model.tool.HostedTool;
import dev.dragoman.model.tool.Tool;
import dev.dragoman.model.tool.ToolChoice;
import dev.dragoman.model.tool.ToolKind;
import dev.dragoman.model.tool.ToolRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code tools}, {@code tool_choice} and their deprecated forms {@code functions} and {@code function_call}. */
final class OpenAiChatToolDecoder {
    private OpenAiChatToolDecoder() {}

    static void tools(JsonReader in, List<Tool> tools) {
        if (in.isNull()) {
            return;
        }
        in.beginArray();
        while (in.nextElement()) {
            add(in, tools, tool(in));
        }
    }

    static void functions(JsonReader in, List<Tool> tools) {
        if (in.isNull()) {
            return;
        }
        in.beginArray();
        while (in.nextElement()) {
            add(in, tools, function(in, new LinkedHashMap<>(0)));
        }
    }

    private static void add(JsonReader in, List<Tool> tools, Tool tool) {
        if (!(tool instanceof HostedTool)) {
            for (Tool other : tools) {
                if (!(other instanceof HostedTool) && other.name().equals(tool.name())) {
                    throw in.invalid("two tools are called '" + tool.name() + "'");
                }
            }
        }
        tools.add(tool);
    }

    private static Tool tool(JsonReader in) {
        int mark = in.mark();
        String type = null;
        FunctionTool function = null;
        CustomTool custom = null;
        Map<String, RawJson> outer = new LinkedHashMap<>(0);
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "type" -> type = in.string();
                case "function" -> function = function(in, outer);
                case "custom" -> custom = custom(in, outer);
                default -> outer.put(in.name(), in.raw());
            }
        }
        if (type == null && function == null) {
            throw in.lacks("type");
        }
        if (type == null || type.equals("function")) {
            if (function == null) {
                throw in.lacks("function");
            }
            return new FunctionTool(
                    function.name(),
                    function.description(),
                    function.parameters(),
                    function.strict(),
                    null,
                    Extensions.of(OpenAiChatDialect.ID, outer));
        }
        if (type.equals("custom")) {
            if (custom == null) {
                throw in.lacks("custom");
            }
            return new CustomTool(
                    custom.name(), custom.description(), custom.grammar(), Extensions.of(OpenAiChatDialect.ID, outer));
        }
        return new HostedTool(OpenAiChatDialect.ID, type, in.rawSince(mark));
    }

    private static FunctionTool function(JsonReader in, Map<String, RawJson> extra) {
        String name = null;
        String description = null;
        RawJson parameters = null;
        Boolean strict = null;
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "name" -> name = in.string();
                case "description" -> description = in.stringOrNull();
                case "parameters" -> parameters = in.isNull() ? null : OpenAiChatSettingsDecoder.object(in);
                case "strict" -> strict = in.boolOrNull();
                default -> extra.put("function." + in.name(), in.raw());
            }
        }
        if (name == null) {
            throw in.lacks("name");
        }
        return new FunctionTool(name, description, parameters, strict, null, Extensions.NONE);
    }

    private static CustomTool custom(JsonReader in, Map<String, RawJson> extra) {
        String name = null;
        String description = null;
        Grammar grammar = null;
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "name" -> name = in.string();
                case "description" -> description = in.stringOrNull();
                case "format" -> grammar = in.isNull() ? null : grammar(in, extra);
                default -> extra.put("custom." + in.name(), in.raw());
            }
        }
        if (name == null) {
            throw in.lacks("name");
        }
        return new CustomTool(name, description, grammar, Extensions.NONE);
    }

    /** {@code {"type":"text"}} or {@code {"type":"grammar","grammar":{"definition","syntax"}}}. */
    private static @Nullable Grammar grammar(JsonReader in, Map<String, RawJson> extra) {
        String type = "text";
        String definition = null;
        String syntax = null;
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "type" -> type = in.string();
                case "grammar" -> {
                    in.beginObject();
                    while (in.nextField()) {
                        switch (in.name()) {
                            case "definition" -> definition = in.string();
                            case "syntax" -> syntax = in.string();
                            default -> extra.put("custom.format.grammar." + in.name(), in.raw());
                        }
                    }
                }
                default -> extra.put("custom.format." + in.name(), in.raw());
            }
        }
        if (type.equals("text")) {
            return null;
        }
        if (!type.equals("grammar")) {
            throw in.invalid("a custom tool's format is 'text' or 'grammar'");
        }
        if (definition == null) {
            throw in.lacks("grammar.definition");
        }
        if (syntax == null) {
            throw in.lacks("grammar.syntax");
        }
        return new Grammar(syntax, definition);
    }

    static @Nullable ToolChoice toolChoice(JsonReader in) {
        if (in.isNull()) {
            return null;
        }
        if (in.isString()) {
            return switch (in.string()) {
                case "none" -> ToolChoice.NONE;
                case "auto" -> ToolChoice.AUTO;
                case "required" -> ToolChoice.REQUIRED;
                default -> throw in.invalid("a tool choice is 'none', 'auto', 'required' or an object");
            };
        }
        int mark = in.mark();
        String type = null;
        String function = null;
        String custom = null;
        ToolChoice allowed = null;
        boolean foreign = false;
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "type" -> type = in.string();
                case "function" -> function = name(in);
                case "custom" -> custom = name(in);
                case "allowed_tools" -> allowed = allowed(in);
                default -> {
                    foreign = true;
                    in.skip();
                }
            }
        }
        RawJson whole = in.rawSince(mark);
        if (type == null) {
            throw in.lacks("type");
        }
        if (foreign) {
            return new ToolChoice.Foreign(OpenAiChatDialect.ID, whole);
        }
        return switch (type) {
            case "function" -> {
                if (function == null) {
                    throw in.lacks("function");
                }
                yield new ToolChoice.Named(ToolRef.function(function));
            }
            case "custom" -> {
                if (custom == null) {
                    throw in.lacks("custom");
                }
                yield new ToolChoice.Named(new ToolRef(ToolKind.CUSTOM, custom));
            }
            case "allowed_tools" -> allowed != null ? allowed : new ToolChoice.Foreign(OpenAiChatDialect.ID, whole);
            default -> new ToolChoice.Foreign(OpenAiChatDialect.ID, whole);
        };
    }

    /** The deprecated {@code function_call}: a mode, or {@code {"name"}}. */
    static @Nullable ToolChoice functionCall(JsonReader in) {
        if (in.isNull()) {
            return null;
        }
        if (in.isString()) {
            return switch (in.string()) {
                case "none" -> ToolChoice.NONE;
                case "auto" -> ToolChoice.AUTO;
                default -> throw in.invalid("a function call is 'none', 'auto' or an object with a name");
            };
        }
        return new ToolChoice.Named(ToolRef.function(name(in)));
    }

    private static String name(JsonReader in) {
        String name = null;
        in.beginObject();
        while (in.nextField()) {
            if (in.name().equals("name")) {
                name = in.string();
            } else {
                in.skip();
            }
        }
        if (name == null) {
            throw in.lacks("name");
        }
        return name;
    }

    /** {@code null} if an entry is of a kind that the canonical model has no reference for. */
    private static @Nullable ToolChoice allowed(JsonReader in) {
        ToolChoice.ModeKind mode = null;
        List<ToolRef> refs = new ArrayList<>();
        boolean foreign = false;
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "mode" ->
                    mode = switch (in.string()) {
                        case "auto" -> ToolChoice.ModeKind.AUTO;
                        case "required" -> ToolChoice.ModeKind.REQUIRED;
                        default -> throw in.invalid("a mode is 'auto' or 'required'");
                    };
                case "tools" -> {
                    in.beginArray();
                    while (in.nextElement()) {
                        ToolRef ref = ref(in);
                        if (ref == null) {
                            foreign = true;
                        } else {
                            refs.add(ref);
                        }
                    }
                }
                default -> {
                    foreign = true;
                    in.skip();
                }
            }
        }
        if (mode == null) {
            throw in.lacks("mode");
        }
        return foreign ? null : new ToolChoice.Allowed(mode, refs);
    }

    private static @Nullable ToolRef ref(JsonReader in) {
        ToolRef ref = null;
        boolean foreign = false;
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "type" -> in.string();
                case "function" -> ref = ToolRef.function(name(in));
                case "custom" -> ref = new ToolRef(ToolKind.CUSTOM, name(in));
                default -> {
                    foreign = true;
                    in.skip();
                }
            }
        }
        return foreign ? null : ref;
    }
}
