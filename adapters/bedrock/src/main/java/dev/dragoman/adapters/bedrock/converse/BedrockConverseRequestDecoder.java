// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

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
import dev.dragoman.model.settings.Sampling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Request body to canonical request. The path names the model and says whether to stream. Source: {@code ConverseRequest} of the
 * service model of botocore 1.43.107.
 */
final class BedrockConverseRequestDecoder {
    private @Nullable Message system;
    private List<Message> messages = List.of();
    private @Nullable Long maxTokens;
    private @Nullable Double temperature;
    private @Nullable Double topP;
    private List<String> stop = List.of();
    private Map<String, String> metadata = Map.of();
    private @Nullable String serviceTier;
    private @Nullable OutputFormat outputFormat;
    private final Map<String, RawJson> unknown = new LinkedHashMap<>(0);
    private final BedrockConverseToolDecoder tools = new BedrockConverseToolDecoder(unknown);
    private final BedrockConverseNativeDecoder natives = new BedrockConverseNativeDecoder(unknown);

    private BedrockConverseRequestDecoder() {}

    static DecodedRequest decode(WireRequest wire) {
        String model = wire.model();
        if (model == null || model.isBlank()) {
            throw ChatException.invalid("modelId", "The path must name a model: /model/{modelId}/converse");
        }
        try (JsonReader in = JsonReader.request(wire.body())) {
            ChatRequest request = decode(in, model, Boolean.TRUE.equals(wire.stream()));
            in.end();
            return new DecodedRequest(request, ReplyShape.DEFAULT);
        }
    }

    /** Reads the object that the reader stands on. */
    static ChatRequest decode(JsonReader in, String model, boolean stream) {
        BedrockConverseRequestDecoder decoder = new BedrockConverseRequestDecoder();
        in.beginObject();
        while (in.nextField()) {
            decoder.field(in, in.name());
        }
        return decoder.finish(model, stream);
    }

    private void field(JsonReader in, String name) {
        switch (name) {
            case "messages" -> messages = BedrockConverseMessageDecoder.decode(in);
            case "system" -> system = BedrockConverseMessageDecoder.system(in);
            case "inferenceConfig" -> inferenceConfig(in);
            case "toolConfig" -> tools.decode(in);
            case "additionalModelRequestFields" -> natives.decode(in);
            case "requestMetadata" -> metadata(in);
            case "serviceTier" -> serviceTier = BedrockConverseTiers.decode(in);
            case "outputConfig" -> outputConfig(in);
            default -> unknown.put(name, in.raw());
        }
    }

    private ChatRequest finish(String model, boolean stream) {
        List<Message> all = new ArrayList<>(messages.size() + 1);
        if (system != null) {
            all.add(system);
        }
        all.addAll(messages);
        return new ChatRequest(
                model,
                all,
                tools.tools(),
                tools.choice() != null ? tools.choice() : natives.choice(),
                natives.parallel(),
                new Sampling(temperature, topP, natives.topK(), null, null, null, Map.of()),
                maxTokens,
                stop,
                null,
                natives.reasoning(),
                outputFormat != null ? outputFormat : natives.outputFormat(),
                null,
                List.of(),
                null,
                null,
                LogprobSettings.DEFAULT,
                EndUser.UNKNOWN,
                metadata,
                CacheSettings.DEFAULT,
                serviceTier,
                null,
                null,
                stream,
                Extensions.of(BedrockConverseDialect.ID, unknown));
    }

    private void inferenceConfig(JsonReader in) {
        if (in.isNull()) {
            return;
        }
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "maxTokens" -> {
                    maxTokens = in.integerOrNull();
                    if (maxTokens != null && maxTokens < 1) {
                        throw in.invalid("maxTokens is at least 1");
                    }
                }
                case "temperature" -> temperature = in.numberOrNull();
                case "topP" -> topP = in.numberOrNull();
                case "stopSequences" -> stop = strings(in);
                default -> unknown.put("inferenceConfig." + in.name(), in.raw());
            }
        }
    }

    private static List<String> strings(JsonReader in) {
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

    private void metadata(JsonReader in) {
        if (in.isNull()) {
            return;
        }
        metadata = new LinkedHashMap<>();
        in.beginObject();
        while (in.nextField()) {
            String name = in.name();
            metadata.put(name, in.string());
        }
    }

    private void outputConfig(JsonReader in) {
        if (in.isNull()) {
            return;
        }
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "effort" -> natives.effort(in);
                case "textFormat" -> outputFormat = BedrockConverseOutputFormat.decode(in);
                default -> unknown.put("outputConfig." + in.name(), in.raw());
            }
        }
    }
}
