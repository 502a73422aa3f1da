// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.mistral.chat;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.settings.WebSearch;
import dev.dragoman.model.tool.FunctionTool;
import dev.dragoman.model.tool.HostedTool;
import dev.dragoman.model.tool.Tool;
import dev.dragoman.model.tool.ToolChoice;
import dev.dragoman.model.tool.ToolRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code tools} and {@code tool_choice}. */
final class MistralChatToolDecoder {
    /** The hosted tool that is a setting in the canonical model. */
    static final String WEB_SEARCH = "web_search";

    private final List<Tool> tools = new ArrayList<>();
    private final Map<String, RawJson> requestUnknown;
    private @Nullable WebSearch webSearch;

    /** @param requestUnknown takes fields of hosted tools that are settings of the request */
    MistralChatToolDecoder(Map<String, RawJson> requestUnknown) {
        this.requestUnknown = requestUnknown;
    }

    List<Tool> tools() {
        return tools;
    }

    @Nullable WebSearch webSearch() {
        return webSearch;
    }

    void decode(JsonReader in) {
        if (in.isNull()) {
            return;
        }
        in.beginArray();
        while (in.nextElement()) {
            tool(in);
        }
    }

    private void tool(JsonReader in) {
        String path = in.path();
        int mark = in.mark();
        String type = null;
        FunctionTool function = null;
        Map<String, RawJson> outer = new LinkedHashMap<>(0);
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "type" -> type = in.string();
                case "function" -> function = function(in, outer);
                default -> outer.put(in.name(), in.raw());
            }
        }
        if (type == null && function == null) {
            throw in.missing(path + ".type");
        }
        if (type == null || type.equals("function")) {
            if (function == null) {
                throw in.missing(path + ".function");
            }
            requireNew(in, function.name());
            tools.add(new FunctionTool(
                    function.name(),
                    function.description(),
                    function.parameters(),
                    function.strict(),
                    null,
                    Extensions.of(MistralChatDialect.ID, outer)));
        } else if (type.equals(WEB_SEARCH) && webSearch == null && function == null) {
            webSearch = WebSearch.DEFAULT;
            outer.forEach((name, value) -> requestUnknown.put(WEB_SEARCH + "." + name, value));
        } else {
            tools.add(new HostedTool(MistralChatDialect.ID, type, in.rawSince(mark)));
        }
    }

    private void requireNew(JsonReader in, String name) {
        for (Tool other : tools) {
            if (!(other instanceof HostedTool) && other.name().equals(name)) {
                throw in.invalid("two tools are called '" + name + "'");
            }
        }
    }

    private static FunctionTool function(JsonReader in, Map<String, RawJson> extra) {
        String path = in.path();
        String name = null;
        String description = null;
        RawJson parameters = null;
        Boolean strict = null;
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "name" -> name = in.string();
                case "description" -> description = in.stringOrNull();
                case "parameters" -> parameters = in.isNull() ? null : MistralChatSettingsDecoder.object(in);
                case "strict" -> strict = in.boolOrNull();
                default -> extra.put("function." + in.name(), in.raw());
            }
        }
        if (name == null) {
            throw in.missing(path + ".name");
        }
        return new FunctionTool(name, description, parameters, strict, null, Extensions.NONE);
    }

    /** A word, or the one function to call. */
    static @Nullable ToolChoice toolChoice(JsonReader in) {
        if (in.isNull()) {
            return null;
        }
        if (in.isString()) {
            return switch (in.string()) {
                case "auto" -> ToolChoice.AUTO;
                case "none" -> ToolChoice.NONE;
                case "any", "required" -> ToolChoice.REQUIRED;
                default -> throw in.invalid("a choice is 'auto', 'none', 'any', 'required' or a function");
            };
        }
        if (!in.isObject()) {
            throw in.mismatch("a string or an object");
        }
        String path = in.path();
        int mark = in.mark();
        String name = null;
        String type = "function";
        boolean foreign = false;
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "type" -> type = in.string();
                case "function" -> name = name(in);
                default -> {
                    foreign = true;
                    in.skip();
                }
            }
        }
        if (foreign || !type.equals("function")) {
            return new ToolChoice.Foreign(MistralChatDialect.ID, in.rawSince(mark));
        }
        if (name == null) {
            throw in.missing(path + ".function");
        }
        return new ToolChoice.Named(ToolRef.function(name));
    }

    private static String name(JsonReader in) {
        String path = in.path();
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
            throw in.missing(path + ".name");
        }
        return name;
    }
}
