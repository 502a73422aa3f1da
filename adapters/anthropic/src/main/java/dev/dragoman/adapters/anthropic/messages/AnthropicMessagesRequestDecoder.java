// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

import dev.dragoman.dialect.DecodedRequest;
import dev.dragoman.dialect.ReplyShape;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.Message;
import dev.dragoman.model.content.CacheHint;
import dev.dragoman.model.settings.CacheSettings;
import dev.dragoman.model.settings.EndUser;
import dev.dragoman.model.settings.LogprobSettings;
import dev.dragoman.model.settings.OutputFormat;
import dev.dragoman.model.settings.Sampling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Request body to canonical request. Source: {@code MessageCreateParams} of npm {@code @anthropic-ai/sdk} 1.11.0, and of
 * 0.137.0 for the sampling fields that version 2026-10-21 of the API does not have; they are read with either version.
 */
final class AnthropicMessagesRequestDecoder {
    /** Where the header {@code anthropic-beta} is kept. */
    static final String BETA = "header.anthropic-beta";

    private @Nullable String model;
    private @Nullable Message system;
    private @Nullable List<Message> messages;
    private @Nullable Long maxTokens;
    private AnthropicMessagesToolDecoder.Choice choice = new AnthropicMessagesToolDecoder.Choice(null, null);
    private @Nullable Double temperature;
    private @Nullable Double topP;
    private @Nullable Integer topK;
    private List<String> stop = List.of();
    private @Nullable String userId;
    private @Nullable String serviceTier;
    private CacheSettings cache = CacheSettings.DEFAULT;
    private final AnthropicMessagesThinkingDecoder thinking = new AnthropicMessagesThinkingDecoder();
    private @Nullable OutputFormat outputFormat;
    private boolean stream;
    private final Map<String, RawJson> unknown = new LinkedHashMap<>(0);

    private final AnthropicMessagesToolDecoder toolDecoder = new AnthropicMessagesToolDecoder(unknown);

    private AnthropicMessagesRequestDecoder() {}

    static DecodedRequest decode(WireRequest wire) {
        return new DecodedRequest(new AnthropicMessagesRequestDecoder().read(wire, true), ReplyShape.DEFAULT);
    }

    /** Reads a request whose tokens shall be counted, which needs no limit. */
    static ChatRequest decodeCount(WireRequest wire) {
        return new AnthropicMessagesRequestDecoder().read(wire, false);
    }

    private ChatRequest read(WireRequest wire, boolean limited) {
        model = wire.model();
        String beta = wire.headers().get("anthropic-beta");
        if (beta != null && !beta.isBlank()) {
            unknown.put(BETA, RawJson.string(beta));
        }
        try (JsonReader in = JsonReader.request(wire.body())) {
            in.beginObject();
            while (in.nextField()) {
                field(in, in.name());
            }
            in.end();
            if (limited && maxTokens == null) {
                throw in.missing("max_tokens");
            }
            return finish(in, wire);
        }
    }

    private void field(JsonReader in, String name) {
        switch (name) {
            case "model" -> {
                String value = in.string();
                if (value.isBlank()) {
                    throw in.invalid("a model needs a name");
                }
                model = model != null ? model : value;
            }
            case "messages" -> messages = AnthropicMessagesMessageDecoder.decode(in);
            case "system" -> system = AnthropicMessagesMessageDecoder.system(in);
            case "max_tokens" -> {
                maxTokens = in.integerOrNull();
                if (maxTokens != null && maxTokens < 0) {
                    throw in.invalid("max_tokens is at least 0");
                }
            }
            case "tools" -> toolDecoder.decode(in);
            case "tool_choice" -> choice = AnthropicMessagesToolDecoder.choice(in);
            case "temperature" -> temperature = in.numberOrNull();
            case "top_p" -> topP = in.numberOrNull();
            case "top_k" -> topK = in.smallIntegerOrNull();
            case "stop_sequences" -> stop = AnthropicMessagesToolDecoder.strings(in);
            case "metadata" -> metadata(in);
            case "service_tier" -> serviceTier = AnthropicMessagesTiers.decodeWish(in.stringOrNull());
            case "cache_control" -> {
                CacheHint hint = AnthropicMessagesCache.decode(in);
                cache = hint == null ? cache : new CacheSettings(null, null, "implicit", hint.ttl());
            }
            case "thinking" -> thinking.decode(in);
            case "output_config" -> outputConfig(in);
            case "output_format" -> format(in, "output_format");
            case "stream" -> stream = Boolean.TRUE.equals(in.boolOrNull());
            default -> unknown.put(name, in.raw());
        }
    }

    private ChatRequest finish(JsonReader in, WireRequest wire) {
        if (model == null) {
            throw in.missing("model");
        }
        if (messages == null) {
            throw in.missing("messages");
        }
        List<Message> all = new ArrayList<>(messages.size() + 1);
        if (system != null) {
            all.add(system);
        }
        all.addAll(messages);
        return new ChatRequest(
                model,
                all,
                toolDecoder.tools(),
                choice.choice(),
                choice.parallel(),
                new Sampling(temperature, topP, topK, null, null, null, Map.of()),
                maxTokens,
                stop,
                null,
                thinking.settings(),
                outputFormat,
                null,
                List.of(),
                null,
                null,
                LogprobSettings.DEFAULT,
                userId == null ? EndUser.UNKNOWN : new EndUser(userId, null),
                Map.of(),
                cache,
                serviceTier,
                null,
                toolDecoder.webSearch(),
                wire.stream() != null ? wire.stream() : stream,
                Extensions.of(AnthropicMessagesDialect.ID, unknown));
    }

    private void metadata(JsonReader in) {
        if (in.isNull()) {
            return;
        }
        in.beginObject();
        while (in.nextField()) {
            if (in.name().equals("user_id")) {
                userId = in.stringOrNull();
            } else {
                unknown.put("metadata." + in.name(), in.raw());
            }
        }
    }

    private void outputConfig(JsonReader in) {
        if (in.isNull()) {
            return;
        }
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "effort" -> thinking.effort(in);
                case "format" -> format(in, "output_config.format");
                default -> unknown.put("output_config." + in.name(), in.raw());
            }
        }
    }

    private void format(JsonReader in, String place) {
        if (in.isNull()) {
            return;
        }
        int mark = in.mark();
        String type = null;
        RawJson schema = null;
        Map<String, RawJson> extra = new LinkedHashMap<>(0);
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "type" -> type = in.string();
                case "schema" -> {
                    if (!in.isObject()) {
                        throw in.mismatch("an object");
                    }
                    schema = in.raw();
                }
                default -> extra.put(place + "." + in.name(), in.raw());
            }
        }
        if ("json_schema".equals(type)) {
            if (schema == null) {
                throw in.missing(place + ".schema");
            }
            outputFormat = new OutputFormat.JsonSchema(null, null, schema, Boolean.TRUE);
            unknown.putAll(extra);
        } else {
            outputFormat = new OutputFormat.Foreign(AnthropicMessagesDialect.ID, in.rawSince(mark));
        }
    }
}
