// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.CacheHint;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.model.settings.UserLocation;
import dev.dragoman.model.settings.WebSearch;
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

/**
 * {@code tools} and {@code tool_choice} of a request. Functions of the client and searching the web have a canonical form; other
 * typed tools are kept whole.
 */
final class AnthropicMessagesToolDecoder {
    /** The version of the search tool that stands for {@link WebSearch} where none was named. */
    static final String WEB_SEARCH = "web_search_20250305";

    private static final String WEB_SEARCH_FAMILY = "web_search_";

    private final List<Tool> tools = new ArrayList<>();
    private final Map<String, RawJson> unknown;
    private @Nullable WebSearch webSearch;

    AnthropicMessagesToolDecoder(Map<String, RawJson> unknown) {
        this.unknown = unknown;
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
        Set<String> names = new HashSet<>();
        in.beginArray();
        while (in.nextElement()) {
            String path = in.path();
            RawJson whole = in.raw();
            if (!whole.isObject()) {
                throw ChatException.invalid(path, path + ": a tool is an object");
            }
            String type = type(whole, path);
            if (type == null || type.equals("custom")) {
                FunctionTool tool = function(whole, path);
                if (!names.add(tool.name())) {
                    throw ChatException.invalid(path + ".name", path + ".name: tool names must be unique");
                }
                tools.add(tool);
            } else if (type.startsWith(WEB_SEARCH_FAMILY) && webSearch == null) {
                try {
                    webSearch = webSearch(whole, type);
                } catch (ChatException e) {
                    throw inside(e, path);
                }
            } else {
                tools.add(new HostedTool(AnthropicMessagesDialect.ID, type, whole));
            }
        }
    }

    private static @Nullable String type(RawJson tool, String path) {
        try (JsonReader in = tool.reader()) {
            in.beginObject();
            while (in.nextField()) {
                if (in.name().equals("type")) {
                    if (in.isNull() || in.isString()) {
                        return in.stringOrNull();
                    }
                    throw ChatException.invalid(path + ".type", path + ".type: the type of a tool is a string");
                }
                in.skip();
            }
        }
        return null;
    }

    private static FunctionTool function(RawJson tool, String path) {
        String name = null;
        String description = null;
        RawJson parameters = null;
        Boolean strict = null;
        CacheHint cache = null;
        Map<String, RawJson> extra = new LinkedHashMap<>(0);
        try (JsonReader in = tool.reader()) {
            in.beginObject();
            while (in.nextField()) {
                switch (in.name()) {
                    case "type" -> in.skip();
                    case "name" -> name = in.string();
                    case "description" -> description = in.stringOrNull();
                    case "input_schema" -> {
                        if (!in.isObject()) {
                            throw in.mismatch("an object");
                        }
                        parameters = in.raw();
                    }
                    case "strict" -> strict = in.boolOrNull();
                    case "cache_control" -> cache = AnthropicMessagesCache.decode(in);
                    default -> extra.put(in.name(), in.raw());
                }
            }
        } catch (ChatException e) {
            throw inside(e, path);
        }
        if (name == null || name.isEmpty()) {
            throw new ChatException(ChatError.of(ErrorKind.INVALID_REQUEST, path + ".name: Field required")
                    .withParam(path + ".name"));
        }
        Extensions extensions = Extensions.of(AnthropicMessagesDialect.ID, extra);
        return new FunctionTool(name, description, parameters, strict, cache, extensions);
    }

    /** The same complaint with the path of the whole body. */
    private static ChatException inside(ChatException e, String path) {
        String param = e.error().param();
        return new ChatException(e.error().withParam(param == null || param.isEmpty() ? path : path + "." + param), e);
    }

    private WebSearch webSearch(RawJson tool, String type) {
        List<String> allowed = List.of();
        List<String> blocked = List.of();
        Integer maxUses = null;
        UserLocation location = null;
        if (!type.equals(WEB_SEARCH)) {
            unknown.put("web_search.type", RawJson.string(type));
        }
        try (JsonReader in = tool.reader()) {
            in.beginObject();
            while (in.nextField()) {
                switch (in.name()) {
                    case "type", "name" -> in.skip();
                    case "allowed_domains" -> allowed = strings(in);
                    case "blocked_domains" -> blocked = strings(in);
                    case "max_uses" -> maxUses = in.smallIntegerOrNull();
                    case "user_location" -> location = location(in);
                    default -> unknown.put("web_search." + in.name(), in.raw());
                }
            }
        }
        return new WebSearch(null, location, allowed, blocked, maxUses);
    }

    private static @Nullable UserLocation location(JsonReader in) {
        if (in.isNull()) {
            return null;
        }
        String city = null;
        String region = null;
        String country = null;
        String timezone = null;
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "type" -> in.string();
                case "city" -> city = in.stringOrNull();
                case "region" -> region = in.stringOrNull();
                case "country" -> country = in.stringOrNull();
                case "timezone" -> timezone = in.stringOrNull();
                default -> in.skip();
            }
        }
        return new UserLocation(city, region, country, timezone);
    }

    static List<String> strings(JsonReader in) {
        if (in.isNull()) {
            return List.of();
        }
        List<String> values = new ArrayList<>();
        in.beginArray();
        while (in.nextElement()) {
            values.add(in.string());
        }
        return values;
    }

    /** What {@code tool_choice} says. */
    record Choice(@Nullable ToolChoice choice, @Nullable Boolean parallel) {}

    static Choice choice(JsonReader in) {
        if (in.isNull()) {
            return new Choice(null, null);
        }
        String path = in.path();
        int mark = in.mark();
        String type = null;
        String name = null;
        Boolean serial = null;
        boolean strange = false;
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "type" -> type = in.string();
                case "name" -> name = in.stringOrNull();
                case "disable_parallel_tool_use" -> serial = in.boolOrNull();
                default -> {
                    strange = true;
                    in.skip();
                }
            }
        }
        if (type == null) {
            throw in.missing(path + ".type");
        }
        if (type.equals("tool") && name == null) {
            throw in.missing(path + ".name");
        }
        ToolChoice choice = switch (type) {
            case "auto" -> ToolChoice.AUTO;
            case "any" -> ToolChoice.REQUIRED;
            case "none" -> ToolChoice.NONE;
            case "tool" -> new ToolChoice.Named(ToolRef.function(name == null ? "" : name));
            default -> null;
        };
        if (strange || choice == null) {
            return new Choice(new ToolChoice.Foreign(AnthropicMessagesDialect.ID, in.rawSince(mark)), null);
        }
        return new Choice(choice, serial == null ? null : !serial);
    }
}
