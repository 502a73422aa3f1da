// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.responses;

import dev.dragoman.dialect.DecodedRequest;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Message;
import dev.dragoman.model.settings.CacheSettings;
import dev.dragoman.model.settings.EndUser;
import dev.dragoman.model.settings.LogprobSettings;
import dev.dragoman.model.settings.Sampling;
import dev.dragoman.model.tool.ToolChoice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Request body to canonical request. Source: {@code ResponseCreateParams} of npm {@code openai} 7.55.0. */
final class OpenAiResponsesRequestDecoder {
    /** What may stand instead of input: the vendor knows the conversation. */
    private static final Set<String> STORED = Set.of("prompt", "previous_response_id", "conversation");

    private @Nullable String model;
    private @Nullable String instructions;
    private @Nullable List<Message> input;
    private @Nullable ToolChoice toolChoice;
    private @Nullable Boolean parallelToolCalls;
    private @Nullable Double temperature;
    private @Nullable Double topP;
    private @Nullable Long maxOutputTokens;
    private @Nullable Integer topLogprobs;
    private @Nullable String user;
    private @Nullable String safetyIdentifier;
    private Map<String, String> metadata = Map.of();
    private @Nullable String cacheKey;
    private @Nullable String cacheRetention;
    private @Nullable String cacheMode;
    private @Nullable String cacheTtl;
    private @Nullable String serviceTier;
    private @Nullable Boolean store;
    private boolean stream;
    private boolean obfuscation;
    private final Map<String, RawJson> unknown = new LinkedHashMap<>(0);
    private final Map<String, RawJson> echoes = new HashMap<>();
    private final OpenAiResponsesToolDecoder tools = new OpenAiResponsesToolDecoder(unknown);
    private final OpenAiResponsesSettingsDecoder settings = new OpenAiResponsesSettingsDecoder(unknown);

    private OpenAiResponsesRequestDecoder() {}

    static DecodedRequest decode(WireRequest wire) {
        OpenAiResponsesRequestDecoder decoder = new OpenAiResponsesRequestDecoder();
        decoder.model = wire.model();
        try (JsonReader in = JsonReader.request(wire.body())) {
            in.beginObject();
            while (in.nextField()) {
                String name = in.name();
                int mark = in.mark();
                decoder.field(in, name);
                if (OpenAiResponsesReplyShape.ECHOED.contains(name)) {
                    decoder.echoes.put(name, in.rawSince(mark));
                }
            }
            in.end();
            return new DecodedRequest(
                    decoder.finish(in, wire), new OpenAiResponsesReplyShape(decoder.obfuscation, decoder.echoes));
        }
    }

    private void field(JsonReader in, String name) {
        switch (name) {
            case "model" -> {
                String value = in.stringOrNull();
                if (value != null && value.isBlank()) {
                    throw in.invalid("a model needs a name");
                }
                model = model != null ? model : value;
            }
            case "input" -> input = in.isNull() ? null : OpenAiResponsesInputDecoder.decode(in);
            case "instructions" -> instructions = in.stringOrNull();
            case "tools" -> tools.decode(in);
            case "tool_choice" -> toolChoice = OpenAiResponsesToolChoices.decode(in);
            case "parallel_tool_calls" -> parallelToolCalls = in.boolOrNull();
            case "temperature" -> temperature = in.numberOrNull();
            case "top_p" -> topP = in.numberOrNull();
            case "max_output_tokens" -> {
                maxOutputTokens = in.integerOrNull();
                if (maxOutputTokens != null && maxOutputTokens < 0) {
                    throw in.invalid("a number of tokens is at least 0");
                }
            }
            case "top_logprobs" -> topLogprobs = in.smallIntegerOrNull();
            case "text" -> settings.text(in);
            case "reasoning" -> settings.reasoning(in);
            case "include" -> settings.include(in);
            case "store" -> store = in.boolOrNull();
            case "user" -> user = in.stringOrNull();
            case "safety_identifier" -> safetyIdentifier = in.stringOrNull();
            case "metadata" -> metadata = OpenAiResponsesSettingsDecoder.metadata(in);
            case "prompt_cache_key" -> cacheKey = in.stringOrNull();
            case "prompt_cache_retention" -> cacheRetention = in.stringOrNull();
            case "prompt_cache_options" -> cacheOptions(in);
            case "service_tier" -> serviceTier = in.stringOrNull();
            case "stream" -> stream = Boolean.TRUE.equals(in.boolOrNull());
            case "stream_options" -> streamOptions(in);
            default -> other(in, name);
        }
    }

    /** What is null says nothing, and neither does the default. */
    private void other(JsonReader in, String name) {
        RawJson value = in.raw();
        boolean usual = (name.equals("truncation") && value.equals(RawJson.string("disabled")))
                || (name.equals("background") && value.equals(RawJson.FALSE));
        if (!usual && !(value.isNull() && OpenAiResponsesDialect.VOCABULARY.contains(name))) {
            unknown.put(name, value);
        }
    }

    private ChatRequest finish(JsonReader in, WireRequest wire) {
        if (model == null) {
            throw in.missing("model");
        }
        if ((input == null || input.isEmpty())
                && instructions == null
                && unknown.keySet().stream().noneMatch(STORED::contains)) {
            throw in.missing("input");
        }
        List<Message> messages = new ArrayList<>();
        if (instructions != null) {
            messages.add(Message.system(instructions));
        }
        if (input != null) {
            messages.addAll(input);
        }
        Boolean logprobs = settings.logprobs();
        return new ChatRequest(
                model,
                messages,
                tools.tools(),
                toolChoice,
                parallelToolCalls,
                new Sampling(temperature, topP, null, null, null, null, Map.of()),
                maxOutputTokens,
                List.of(),
                null,
                settings.reasoning(),
                settings.outputFormat(),
                settings.verbosity(),
                List.of(),
                null,
                null,
                logprobs == null && topLogprobs == null
                        ? LogprobSettings.DEFAULT
                        : new LogprobSettings(logprobs, topLogprobs),
                user == null && safetyIdentifier == null ? EndUser.UNKNOWN : new EndUser(user, safetyIdentifier),
                metadata,
                cacheKey == null && cacheRetention == null && cacheMode == null && cacheTtl == null
                        ? CacheSettings.DEFAULT
                        : new CacheSettings(cacheKey, cacheRetention, cacheMode, cacheTtl),
                serviceTier,
                store,
                tools.webSearch(),
                wire.stream() != null ? wire.stream() : stream,
                OpenAiResponsesFields.of(unknown));
    }

    private void cacheOptions(JsonReader in) {
        if (in.isNull()) {
            return;
        }
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "mode" -> cacheMode = in.stringOrNull();
                case "ttl" -> cacheTtl = in.stringOrNull();
                default -> unknown.put("prompt_cache_options." + in.name(), in.raw());
            }
        }
    }

    private void streamOptions(JsonReader in) {
        if (in.isNull()) {
            return;
        }
        in.beginObject();
        while (in.nextField()) {
            if (in.name().equals("include_obfuscation")) {
                obfuscation = Boolean.TRUE.equals(in.boolOrNull());
            } else {
                unknown.put("stream_options." + in.name(), in.raw());
            }
        }
    }
}
