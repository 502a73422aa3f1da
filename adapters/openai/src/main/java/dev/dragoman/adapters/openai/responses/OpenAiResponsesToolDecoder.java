// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.responses;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.settings.UserLocation;
import dev.dragoman.model.settings.WebSearch;
import dev.dragoman.model.tool.HostedTool;
import dev.dragoman.model.tool.Tool;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code tools} of a request. The first search of the web has a home of its own, other hosted tools are kept whole. */
final class OpenAiResponsesToolDecoder {
    static final String WEB_SEARCH = "web_search";
    private static final Set<String> WEB_SEARCHES =
            Set.of(WEB_SEARCH, "web_search_2025_08_26", "web_search_preview", "web_search_preview_2025_03_11");

    private final Map<String, RawJson> requestFields;
    private final List<Tool> tools = new ArrayList<>(0);
    private @Nullable WebSearch webSearch;

    /** @param requestFields takes what of a web search has no canonical home */
    OpenAiResponsesToolDecoder(Map<String, RawJson> requestFields) {
        this.requestFields = requestFields;
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
            Tool tool = tool(in);
            if (tool instanceof HostedTool hosted && webSearch == null && WEB_SEARCHES.contains(hosted.type())) {
                webSearch = webSearch(hosted, "tools[" + tools.size() + "]");
            } else {
                add(in, tool);
            }
        }
    }

    private void add(JsonReader in, Tool tool) {
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
        String path = in.path();
        int mark = in.mark();
        OpenAiResponsesTool tool = new OpenAiResponsesTool();
        in.beginObject();
        while (in.nextField()) {
            tool.field(in);
        }
        return tool.build(in, path, in.rawSince(mark));
    }

    private WebSearch webSearch(HostedTool hosted, String path) {
        String contextSize = null;
        UserLocation location = null;
        List<String> allowed = List.of();
        if (!hosted.type().equals(WEB_SEARCH)) {
            requestFields.put("web_search.type", RawJson.string(hosted.type()));
        }
        try (JsonReader in = hosted.definition().reader()) {
            in.beginObject();
            while (in.nextField()) {
                switch (in.name()) {
                    case "type" -> in.skip();
                    case "search_context_size" -> contextSize = in.stringOrNull();
                    case "user_location" -> location = location(in);
                    case "filters" -> allowed = filters(in);
                    default -> requestFields.put("web_search." + in.name(), in.raw());
                }
            }
        } catch (ChatException e) {
            String inner = e.error().param();
            throw new ChatException(e.error().withParam(inner == null ? path : path + "." + inner));
        }
        return new WebSearch(contextSize, location, allowed, List.of(), null);
    }

    private List<String> filters(JsonReader in) {
        if (in.isNull()) {
            return List.of();
        }
        List<String> allowed = new ArrayList<>(1);
        in.beginObject();
        while (in.nextField()) {
            if (in.name().equals("allowed_domains") && in.isArray()) {
                in.beginArray();
                while (in.nextElement()) {
                    allowed.add(in.string());
                }
            } else {
                requestFields.put("web_search.filters." + in.name(), in.raw());
            }
        }
        return allowed;
    }

    private @Nullable UserLocation location(JsonReader in) {
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
                default -> requestFields.put("web_search.user_location." + in.name(), in.raw());
            }
        }
        return new UserLocation(city, region, country, timezone);
    }

    /** An object as its own text. */
    static RawJson object(JsonReader in) {
        if (!in.isObject()) {
            throw in.mismatch("an object");
        }
        return in.raw();
    }
}
