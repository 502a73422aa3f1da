// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import dev.dragoman.dialect.DecodedRequest;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.Message;
import dev.dragoman.model.settings.CacheSettings;
import dev.dragoman.model.settings.EndUser;
import dev.dragoman.model.tool.FunctionTool;
import dev.dragoman.model.tool.Tool;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Request body to canonical request. Source: request converters of npm {@code @google/genai} 3.1.0 and
 * {@code com.google.genai:google-genai} 1.70.0. Names are taken in {@code camelCase} and {@code snake_case}.
 */
final class GeminiRequestDecoder {
    private @Nullable String model;
    private @Nullable Message instructions;
    private @Nullable List<Message> contents;
    private Map<String, String> labels = Map.of();
    private @Nullable Boolean store;
    private @Nullable String serviceTier;
    private final Map<String, RawJson> unknown = new LinkedHashMap<>(0);
    private final GeminiConfigDecoder config = new GeminiConfigDecoder(unknown);
    private final GeminiToolDecoder tools = new GeminiToolDecoder(unknown);
    private final GeminiChoiceDecoder choice = new GeminiChoiceDecoder(unknown);

    private GeminiRequestDecoder() {}

    static DecodedRequest decode(WireRequest wire) {
        try (JsonReader in = JsonReader.request(wire.body())) {
            ChatRequest request = read(in, wire);
            in.end();
            return new DecodedRequest(request, GeminiFraming.ofQuery(wire.query()));
        }
    }

    /** The request that the reader stands on. */
    static ChatRequest read(JsonReader in, WireRequest wire) {
        GeminiRequestDecoder decoder = new GeminiRequestDecoder();
        in.beginObject();
        while (in.nextField()) {
            decoder.field(in, in.name());
        }
        return decoder.finish(in, wire);
    }

    private void field(JsonReader in, String name) {
        String camel = GeminiNames.camel(name);
        switch (camel) {
            case "model" -> model = GeminiEndpoint.bare(in.string());
            case "contents" -> contents = GeminiContentDecoder.decode(in);
            case "systemInstruction" -> instructions = GeminiContentDecoder.instructions(in);
            case "tools" -> tools.decode(in);
            case "toolConfig" -> choice.decode(in);
            case "generationConfig" -> config.decode(in);
            case "labels" -> labels = labels(in);
            case "store" -> store = in.boolOrNull();
            case "serviceTier" -> serviceTier = GeminiTiers.decode(in.stringOrNull());
            case "safetySettings", "cachedContent", "continuationToken", "modelArmorConfig", "outputConfig" ->
                unknown.put(camel, in.raw());
            default -> unknown.put(name, in.raw());
        }
    }

    private static Map<String, String> labels(JsonReader in) {
        if (in.isNull()) {
            return Map.of();
        }
        Map<String, String> labels = new LinkedHashMap<>();
        in.beginObject();
        while (in.nextField()) {
            String name = in.name();
            labels.put(name, in.string());
        }
        return labels;
    }

    private ChatRequest finish(JsonReader in, WireRequest wire) {
        String named = wire.model() != null ? GeminiEndpoint.bare(wire.model()) : model;
        if (named == null || named.isBlank()) {
            throw in.missing("model");
        }
        if (contents == null) {
            throw in.missing("contents");
        }
        List<Message> messages = new ArrayList<>(contents.size() + 1);
        if (instructions != null) {
            messages.add(instructions);
        }
        messages.addAll(contents);
        return new ChatRequest(
                named,
                messages,
                choice.strict() ? strict(tools.tools()) : tools.tools(),
                choice.choice(),
                null,
                config.sampling(),
                config.maxOutputTokens,
                config.stop,
                config.candidateCount,
                config.reasoning,
                config.format(),
                null,
                config.modalities,
                config.audioOutput,
                null,
                config.logprobs(),
                EndUser.UNKNOWN,
                labels,
                CacheSettings.DEFAULT,
                serviceTier,
                store,
                tools.webSearch(),
                Boolean.TRUE.equals(wire.stream()),
                Extensions.of(GeminiDialect.ID, unknown));
    }

    private static List<Tool> strict(List<Tool> tools) {
        List<Tool> strict = new ArrayList<>(tools);
        strict.replaceAll(tool -> tool instanceof FunctionTool function
                ? new FunctionTool(
                        function.name(),
                        function.description(),
                        function.parameters(),
                        Boolean.TRUE,
                        function.cache(),
                        function.extensions())
                : tool);
        return strict;
    }
}
