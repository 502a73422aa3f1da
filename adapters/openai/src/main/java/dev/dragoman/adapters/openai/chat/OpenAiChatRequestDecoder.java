// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

import dev.dragoman.dialect.DecodedRequest;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.Message;
import dev.dragoman.model.settings.AudioOutput;
import dev.dragoman.model.settings.CacheSettings;
import dev.dragoman.model.settings.EndUser;
import dev.dragoman.model.settings.LogprobSettings;
import dev.dragoman.model.settings.OutputFormat;
import dev.dragoman.model.settings.Prediction;
import dev.dragoman.model.settings.ReasoningEffort;
import dev.dragoman.model.settings.ReasoningSettings;
import dev.dragoman.model.settings.Sampling;
import dev.dragoman.model.settings.WebSearch;
import dev.dragoman.model.tool.Tool;
import dev.dragoman.model.tool.ToolChoice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Request body to canonical request. Source: "Create chat completion" of the OpenAI API reference, spring 2026, and
 * {@code ChatCompletionCreateParams} of openai-java 4.100.0; {@code top_k}, {@code enable_thinking}, {@code thinking},
 * {@code thinking_budget} and {@code include_reasoning} are what compatible vendors added.
 */
final class OpenAiChatRequestDecoder {
    private @Nullable String model;
    private @Nullable List<Message> messages;
    private final List<Tool> tools = new ArrayList<>(0);
    private @Nullable ToolChoice toolChoice;
    private boolean legacyFunctions;
    private @Nullable Boolean parallelToolCalls;
    private @Nullable Double temperature;
    private @Nullable Double topP;
    private @Nullable Integer topK;
    private @Nullable Double frequencyPenalty;
    private @Nullable Double presencePenalty;
    private @Nullable Long seed;
    private Map<String, Double> logitBias = Map.of();
    private @Nullable Long maxTokens;
    private @Nullable Long maxCompletionTokens;
    private List<String> stop = List.of();
    private @Nullable Integer choiceCount;
    private @Nullable String effort;
    private ReasoningSettings.@Nullable Mode thinking;
    private @Nullable Long thinkingBudget;
    private @Nullable Boolean includeReasoning;
    private @Nullable OutputFormat outputFormat;
    private @Nullable String verbosity;
    private List<String> modalities = List.of();
    private @Nullable AudioOutput audio;
    private @Nullable Prediction prediction;
    private @Nullable Boolean logprobs;
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
    private @Nullable WebSearch webSearch;
    private boolean stream;
    private boolean includeUsage;
    private boolean includeObfuscation;
    private final Map<String, RawJson> unknown = new LinkedHashMap<>(0);

    private OpenAiChatRequestDecoder() {}

    static DecodedRequest decode(WireRequest wire) {
        OpenAiChatRequestDecoder decoder = new OpenAiChatRequestDecoder();
        decoder.model = wire.model();
        try (JsonReader in = JsonReader.request(wire.body())) {
            in.beginObject();
            while (in.nextField()) {
                decoder.field(in, in.name());
            }
            in.end();
            return decoder.finish(in, wire);
        }
    }

    private void field(JsonReader in, String name) {
        switch (name) {
            case "model" -> {
                String value = in.stringOrNull();
                if (value != null && value.isBlank()) {
                    throw in.invalid("a model needs a name");
                }
                // A path that names the model (Azure) wins over the body.
                model = model != null ? model : value;
            }
            case "messages" -> messages = OpenAiChatMessageDecoder.decode(in);
            case "tools" -> OpenAiChatToolDecoder.tools(in, tools);
            case "functions" -> {
                legacyFunctions |= !in.isNull();
                OpenAiChatToolDecoder.functions(in, tools);
            }
            case "tool_choice" -> {
                ToolChoice choice = OpenAiChatToolDecoder.toolChoice(in);
                toolChoice = choice != null ? choice : toolChoice;
            }
            case "function_call" -> {
                ToolChoice choice = OpenAiChatToolDecoder.functionCall(in);
                toolChoice = toolChoice != null ? toolChoice : choice;
            }
            case "parallel_tool_calls" -> parallelToolCalls = in.boolOrNull();
            case "temperature" -> temperature = in.numberOrNull();
            case "top_p" -> topP = in.numberOrNull();
            case "top_k" -> topK = in.smallIntegerOrNull();
            case "frequency_penalty" -> frequencyPenalty = in.numberOrNull();
            case "presence_penalty" -> presencePenalty = in.numberOrNull();
            case "seed" -> seed = in.integerOrNull();
            case "logit_bias" -> logitBias = OpenAiChatSettingsDecoder.logitBias(in);
            case "max_tokens" -> maxTokens = count(in);
            case "max_completion_tokens" -> maxCompletionTokens = count(in);
            case "stop" -> stop = OpenAiChatSettingsDecoder.stop(in);
            case "n" -> {
                Integer n = in.smallIntegerOrNull();
                if (n != null && n < 0) {
                    throw in.invalid("a number of choices is at least 0");
                }
                choiceCount = n;
            }
            case "reasoning_effort" -> {
                effort = in.stringOrNull();
                if (effort != null && effort.isEmpty()) {
                    throw in.invalid("an effort is a word such as 'low'");
                }
            }
            case "enable_thinking" -> {
                Boolean on = in.boolOrNull();
                if (on != null) {
                    thinking = on ? ReasoningSettings.Mode.ON : ReasoningSettings.Mode.OFF;
                }
            }
            case "thinking" -> thinkingObject(in);
            case "thinking_budget" -> thinkingBudget = count(in);
            case "include_reasoning" -> includeReasoning = in.boolOrNull();
            case "response_format" -> outputFormat = OpenAiChatSettingsDecoder.outputFormat(in, unknown);
            case "verbosity" -> verbosity = in.stringOrNull();
            case "modalities" -> modalities = OpenAiChatSettingsDecoder.strings(in);
            case "audio" -> audio = OpenAiChatSettingsDecoder.audio(in, unknown);
            case "prediction" -> prediction = OpenAiChatSettingsDecoder.prediction(in, unknown);
            case "logprobs" -> logprobs = in.boolOrNull();
            case "top_logprobs" -> topLogprobs = in.smallIntegerOrNull();
            case "user" -> user = in.stringOrNull();
            case "safety_identifier" -> safetyIdentifier = in.stringOrNull();
            case "metadata" -> metadata = OpenAiChatSettingsDecoder.metadata(in);
            case "prompt_cache_key" -> cacheKey = in.stringOrNull();
            case "prompt_cache_retention" -> {
                String retention = in.stringOrNull();
                // The API reference of spring 2026 writes a hyphen, the SDKs an underscore.
                cacheRetention = "in-memory".equals(retention) ? "in_memory" : retention;
            }
            case "prompt_cache_options" -> cacheOptions(in);
            case "service_tier" -> serviceTier = in.stringOrNull();
            case "store" -> store = in.boolOrNull();
            case "web_search_options" -> webSearch = OpenAiChatSettingsDecoder.webSearch(in, unknown);
            case "stream" -> stream = Boolean.TRUE.equals(in.boolOrNull());
            case "stream_options" -> streamOptions(in);
            default -> unknown.put(name, in.raw());
        }
    }

    private DecodedRequest finish(JsonReader in, WireRequest wire) {
        if (model == null) {
            throw in.missing("model");
        }
        if (messages == null) {
            throw in.missing("messages");
        }
        if (maxTokens != null && maxCompletionTokens != null && !maxTokens.equals(maxCompletionTokens)) {
            unknown.put("max_tokens", RawJson.number(maxTokens));
        }
        ChatRequest request = new ChatRequest(
                model,
                messages,
                tools,
                toolChoice,
                parallelToolCalls,
                new Sampling(temperature, topP, topK, frequencyPenalty, presencePenalty, seed, logitBias),
                maxCompletionTokens != null ? maxCompletionTokens : maxTokens,
                stop,
                choiceCount,
                reasoning(),
                outputFormat,
                verbosity,
                modalities,
                audio,
                prediction,
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
                webSearch,
                wire.stream() != null ? wire.stream() : stream,
                Extensions.of(OpenAiChatDialect.ID, unknown));
        return new DecodedRequest(request, new OpenAiChatReplyShape(includeUsage, includeObfuscation, legacyFunctions));
    }

    private ReasoningSettings reasoning() {
        if (effort == null && thinking == null && thinkingBudget == null && includeReasoning == null) {
            return ReasoningSettings.DEFAULT;
        }
        ReasoningSettings.Visibility visibility = includeReasoning == null
                ? null
                : includeReasoning ? ReasoningSettings.Visibility.AUTO : ReasoningSettings.Visibility.OMITTED;
        return new ReasoningSettings(
                thinking,
                effort == null ? null : new ReasoningEffort(effort),
                thinkingBudget,
                visibility,
                Extensions.NONE);
    }

    /** {@code {"type": "enabled"|"disabled"|"adaptive"|"auto", "budget_tokens"?}}; anything else stays an extension. */
    private void thinkingObject(JsonReader in) {
        RawJson whole = in.raw();
        if (!whole.isObject()) {
            unknown.put("thinking", whole);
            return;
        }
        ReasoningSettings.Mode mode = null;
        Long budget = null;
        boolean foreign = false;
        try (JsonReader object = whole.reader()) {
            object.beginObject();
            while (object.nextField()) {
                if (object.name().equals("type") && object.isString()) {
                    mode = mode(object.string());
                    foreign |= mode == null;
                } else if (object.name().equals("budget_tokens") && object.isNumber()) {
                    budget = object.integer();
                } else {
                    foreign = true;
                    object.skip();
                }
            }
        }
        if (foreign || mode == null || (budget != null && budget < 0)) {
            unknown.put("thinking", whole);
        } else {
            thinking = mode;
            thinkingBudget = budget != null ? budget : thinkingBudget;
        }
    }

    private static ReasoningSettings.@Nullable Mode mode(String type) {
        return switch (type) {
            case "enabled" -> ReasoningSettings.Mode.ON;
            case "disabled" -> ReasoningSettings.Mode.OFF;
            case "adaptive", "auto" -> ReasoningSettings.Mode.ADAPTIVE;
            default -> null;
        };
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
            switch (in.name()) {
                case "include_usage" -> includeUsage = Boolean.TRUE.equals(in.boolOrNull());
                case "include_obfuscation" -> includeObfuscation = Boolean.TRUE.equals(in.boolOrNull());
                default -> unknown.put("stream_options." + in.name(), in.raw());
            }
        }
    }

    private static @Nullable Long count(JsonReader in) {
        Long count = in.integerOrNull();
        if (count != null && count < 0) {
            throw in.invalid("a number of tokens is at least 0");
        }
        return count;
    }
}
