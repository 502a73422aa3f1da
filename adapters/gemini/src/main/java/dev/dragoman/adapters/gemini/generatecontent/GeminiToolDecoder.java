// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.settings.WebSearch;
import dev.dragoman.model.tool.FunctionTool;
import dev.dragoman.model.tool.HostedTool;
import dev.dragoman.model.tool.Tool;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code tools} of a request. Source: {@code Tool} and {@code FunctionDeclaration} of npm {@code @google/genai} 3.1.0. */
final class GeminiToolDecoder {
    static final String SEARCH = "googleSearch";

    private static final Set<String> HOSTED = Set.of(
            "googleSearchRetrieval",
            "codeExecution",
            "urlContext",
            "googleMaps",
            "fileSearch",
            "computerUse",
            "mcpServers",
            "retrieval",
            "enterpriseWebSearch",
            "exaAiSearch",
            "parallelAiSearch");

    private final List<Tool> tools = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private final Map<String, RawJson> unknown;
    private @Nullable WebSearch webSearch;

    /** @param unknown where fields of the search go that the canonical model does not know */
    GeminiToolDecoder(Map<String, RawJson> unknown) {
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
        if (in.isObject()) {
            tool(in);
            return;
        }
        in.beginArray();
        while (in.nextElement()) {
            tool(in);
        }
    }

    private void tool(JsonReader in) {
        in.beginObject();
        while (in.nextField()) {
            String name = in.name();
            String camel = GeminiNames.camel(name);
            if (in.isNull()) {
                in.skip();
            } else if (camel.equals("functionDeclarations")) {
                in.beginArray();
                while (in.nextElement()) {
                    function(in);
                }
            } else if (camel.equals(SEARCH) && webSearch == null) {
                search(in);
            } else {
                if (!in.isObject() && !in.isArray()) {
                    throw in.mismatch("an object");
                }
                hosted(camel, name, in.raw());
            }
        }
    }

    private void hosted(String camel, String name, RawJson value) {
        WireBuffer out = new WireBuffer(64);
        try (JsonWriter json = new JsonWriter(out)) {
            json.beginObject().field(name, value).endObject();
        }
        String type = HOSTED.contains(camel) ? camel : name;
        tools.add(new HostedTool(GeminiDialect.ID, type, RawJson.written(out)));
    }

    private void search(JsonReader in) {
        List<String> excluded = List.of();
        in.beginObject();
        while (in.nextField()) {
            if (GeminiNames.camel(in.name()).equals("excludeDomains")) {
                excluded = GeminiConfigDecoder.strings(in);
            } else {
                unknown.put(SEARCH + "." + in.name(), in.raw());
            }
        }
        webSearch = new WebSearch(null, null, List.of(), excluded, null);
    }

    private void function(JsonReader in) {
        String path = in.path();
        String name = null;
        String description = null;
        RawJson parameters = null;
        Map<String, RawJson> extra = new LinkedHashMap<>(0);
        in.beginObject();
        while (in.nextField()) {
            String camel = GeminiNames.camel(in.name());
            switch (camel) {
                case "name" -> name = in.string();
                case "description" -> description = in.stringOrNull();
                case "parameters", "parametersJsonSchema" -> {
                    if (in.isNull()) {
                        in.skip();
                    } else if (parameters != null) {
                        throw in.invalid("parameters are given once, as a schema of either form");
                    } else if (camel.equals("parameters")) {
                        parameters = GeminiSchemaDecoder.decode(in);
                    } else {
                        if (!in.isObject()) {
                            throw in.mismatch("an object");
                        }
                        parameters = in.raw();
                    }
                }
                case "response", "responseJsonSchema", "behavior" -> extra.put(camel, in.raw());
                default -> extra.put(in.name(), in.raw());
            }
        }
        if (name == null) {
            throw in.missing(path + ".name");
        }
        if (!names.add(name)) {
            throw ChatException.invalid(
                    path + ".name", "Invalid value at '" + path + ".name': two functions are called '" + name + "'");
        }
        tools.add(new FunctionTool(name, description, parameters, null, null, Extensions.of(GeminiDialect.ID, extra)));
    }
}
