// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.mistral.chat;

import dev.dragoman.dialect.DecodedRequest;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.Message;
import dev.dragoman.model.Role;
import dev.dragoman.model.settings.AudioOutput;
import dev.dragoman.model.settings.CacheSettings;
import dev.dragoman.model.settings.EndUser;
import dev.dragoman.model.settings.LogprobSettings;
import dev.dragoman.model.settings.OutputFormat;
import dev.dragoman.model.settings.Prediction;
import dev.dragoman.model.settings.ReasoningEffort;
import dev.dragoman.model.settings.ReasoningSettings;
import dev.dragoman.model.settings.Sampling;
import dev.dragoman.model.tool.ToolChoice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Request body to canonical request. Source: {@code ChatCompletionRequest} of {@code @mistralai/mistralai} 2.7.0 and Mistral's
 * OpenAPI document of August 2026. Fields that the service would refuse are kept as extensions.
 */
final class MistralChatRequestDecoder {
    private static final RawJson REASONING = RawJson.string("reasoning");

    private @Nullable String model;
    private @Nullable List<Message> messages;
    private final Map<String, RawJson> unknown = new LinkedHashMap<>(0);
    private final MistralChatToolDecoder tools = new MistralChatToolDecoder(unknown);
    private @Nullable ToolChoice toolChoice;
    private @Nullable Boolean parallelToolCalls;
    private @Nullable Double temperature;
    private @Nullable Double topP;
    private @Nullable Double frequencyPenalty;
    private @Nullable Double presencePenalty;
    private @Nullable Long seed;
    private @Nullable Long maxTokens;
    private List<String> stop = List.of();
    private @Nullable Integer choiceCount;
    private ReasoningSettings.@Nullable Mode mode;
    private @Nullable ReasoningEffort effort;
    private @Nullable OutputFormat outputFormat;
    private @Nullable Prediction prediction;
    private Map<String, String> metadata = Map.of();
    private @Nullable String cacheKey;
    private @Nullable String serviceTier;
    private boolean stream;

    private MistralChatRequestDecoder() {}

    static DecodedRequest decode(WireRequest wire) {
        MistralChatRequestDecoder decoder = new MistralChatRequestDecoder();
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
                model = model != null ? model : value;
            }
            case "messages" -> messages = MistralChatMessageDecoder.decode(in);
            case "tools" -> tools.decode(in);
            case "tool_choice" -> toolChoice = MistralChatToolDecoder.toolChoice(in);
            case "parallel_tool_calls" -> parallelToolCalls = in.boolOrNull();
            case "temperature" -> temperature = in.numberOrNull();
            case "top_p" -> topP = in.numberOrNull();
            case "frequency_penalty" -> frequencyPenalty = in.numberOrNull();
            case "presence_penalty" -> presencePenalty = in.numberOrNull();
            case "random_seed" -> seed = atLeastZero(in, in.integerOrNull());
            case "max_tokens" -> maxTokens = atLeastZero(in, in.integerOrNull());
            case "stop" -> stop = MistralChatSettingsDecoder.stop(in);
            case "n" -> {
                Integer n = in.smallIntegerOrNull();
                atLeastZero(in, n == null ? null : n.longValue());
                choiceCount = n;
            }
            case "reasoning_effort" -> effort(in);
            case "prompt_mode" -> promptMode(in);
            case "response_format" -> outputFormat = MistralChatSettingsDecoder.outputFormat(in, unknown);
            case "prediction" -> prediction = MistralChatSettingsDecoder.prediction(in, unknown);
            case "metadata" -> metadata = MistralChatSettingsDecoder.metadata(in, unknown);
            case "prompt_cache_key" -> cacheKey = in.stringOrNull();
            case "service_tier" -> serviceTier = MistralChatTiers.decodeAsked(in.stringOrNull());
            case "stream" -> stream = Boolean.TRUE.equals(in.boolOrNull());
            default -> unknown.put(name, in.raw());
        }
    }

    private static @Nullable Long atLeastZero(JsonReader in, @Nullable Long number) {
        if (number != null && number < 0) {
            throw in.invalid("a number of at least 0 is expected");
        }
        return number;
    }

    private void effort(JsonReader in) {
        String word = in.stringOrNull();
        if (word != null && word.isEmpty()) {
            throw in.invalid("an effort is a word such as 'high'");
        }
        effort = word == null ? null : new ReasoningEffort(word);
    }

    private void promptMode(JsonReader in) {
        if (!in.isString() && !in.isNull()) {
            throw in.mismatch("a string");
        }
        RawJson word = in.raw();
        if (word.equals(REASONING)) {
            mode = ReasoningSettings.Mode.ON;
        } else if (!word.isNull()) {
            unknown.put("prompt_mode", word);
        }
    }

    private DecodedRequest finish(JsonReader in, WireRequest wire) {
        if (model == null) {
            throw in.missing("model");
        }
        if (messages == null) {
            throw in.missing("messages");
        }
        ChatRequest request = new ChatRequest(
                model,
                messages,
                tools.tools(),
                toolChoice,
                parallelToolCalls,
                new Sampling(temperature, topP, null, frequencyPenalty, presencePenalty, seed, Map.of()),
                maxTokens,
                stop,
                choiceCount,
                mode == null && effort == null
                        ? ReasoningSettings.DEFAULT
                        : new ReasoningSettings(mode, effort, null, null, Extensions.NONE),
                outputFormat,
                null,
                List.of(),
                (AudioOutput) null,
                prediction,
                LogprobSettings.DEFAULT,
                EndUser.UNKNOWN,
                metadata,
                cacheKey == null ? CacheSettings.DEFAULT : new CacheSettings(cacheKey, null, null, null),
                serviceTier,
                null,
                tools.webSearch(),
                wire.stream() != null ? wire.stream() : stream,
                Extensions.of(MistralChatDialect.ID, unknown));
        Message last = messages.get(messages.size() - 1);
        boolean continued = last.role() == Role.ASSISTANT
                && last.extensions().get(MistralChatDialect.ID, "prefix") == null
                && !last.text().isEmpty();
        return new DecodedRequest(
                request, continued ? new MistralChatReplyShape(last.text()) : MistralChatReplyShape.PLAIN);
    }
}
