// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.ollama.chat;

import dev.dragoman.dialect.DecodedRequest;
import dev.dragoman.dialect.ReplyShape;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.Message;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.settings.CacheSettings;
import dev.dragoman.model.settings.EndUser;
import dev.dragoman.model.settings.LogprobSettings;
import dev.dragoman.model.settings.OutputFormat;
import dev.dragoman.model.settings.ReasoningSettings;
import dev.dragoman.model.tool.Tool;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Request body to canonical request. Source: {@code api.ChatRequest} of {@code ollama/ollama}, 2026-08-21. A body without
 * messages, which loads or unloads a model, is a request without messages.
 */
final class OllamaChatRequestDecoder {
    private static final int MOST_TOP = 20;

    private @Nullable String model;
    private List<Message> messages = List.of();
    private List<Tool> tools = List.of();
    private @Nullable OutputFormat format;
    private ReasoningSettings reasoning = ReasoningSettings.DEFAULT;
    private @Nullable Boolean logprobs;
    private @Nullable Integer topLogprobs;
    private boolean stream = true;
    private final Map<String, RawJson> unknown = new LinkedHashMap<>(0);
    private final OllamaChatOptions options = new OllamaChatOptions(unknown);

    private OllamaChatRequestDecoder() {}

    static DecodedRequest decode(WireRequest wire) {
        OllamaChatRequestDecoder decoder = new OllamaChatRequestDecoder();
        decoder.model = wire.model();
        try (JsonReader in = JsonReader.request(wire.body())) {
            in.beginObject();
            while (in.nextField()) {
                decoder.field(in, in.name());
            }
            in.end();
            return new DecodedRequest(decoder.finish(in, wire), ReplyShape.DEFAULT);
        }
    }

    /** A complaint about the value at this path. */
    static ChatException invalid(String path, String message) {
        return ChatException.invalid(path, "Invalid value at '" + path + "': " + message);
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
            case "messages" -> messages = OllamaChatMessageDecoder.decode(in);
            case "tools" -> tools = OllamaChatToolDecoder.decode(in);
            case "format" -> format(in);
            case "options" -> options.decode(in);
            case "think" -> reasoning = OllamaChatThink.decode(in);
            case "logprobs" -> logprobs = in.boolOrNull();
            case "top_logprobs" -> {
                topLogprobs = in.smallIntegerOrNull();
                if (topLogprobs != null && (topLogprobs < 0 || topLogprobs > MOST_TOP)) {
                    throw in.invalid("top_logprobs is 0 to " + MOST_TOP);
                }
            }
            case "stream" -> {
                Boolean value = in.boolOrNull();
                stream = value == null || value;
            }
            default -> unknown.put(name, in.raw());
        }
    }

    private void format(JsonReader in) {
        if (in.isObject()) {
            format = new OutputFormat.JsonSchema(null, null, in.raw(), null);
            return;
        }
        String word = in.stringOrNull();
        if (word == null || word.isEmpty()) {
            format = null;
        } else if (word.equals("json")) {
            format = OutputFormat.JSON_OBJECT;
        } else {
            throw in.invalid("a format is 'json' or a JSON schema");
        }
    }

    private ChatRequest finish(JsonReader in, WireRequest wire) {
        if (model == null) {
            throw in.missing("model");
        }
        return new ChatRequest(
                model,
                messages,
                tools,
                null,
                null,
                options.sampling(),
                options.numPredict(),
                options.stop(),
                null,
                reasoning,
                format,
                null,
                List.of(),
                null,
                null,
                logprobs == null && topLogprobs == null
                        ? LogprobSettings.DEFAULT
                        : new LogprobSettings(logprobs, topLogprobs),
                EndUser.UNKNOWN,
                Map.of(),
                CacheSettings.DEFAULT,
                null,
                null,
                null,
                wire.stream() != null ? wire.stream() : stream,
                Extensions.of(OllamaChatDialect.ID, unknown));
    }
}
