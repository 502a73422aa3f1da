// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.mistral.chat;

import dev.dragoman.fit.Setting;
import dev.dragoman.fit.UnsaidSettings;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.settings.OutputFormat;
import dev.dragoman.model.settings.Prediction;
import dev.dragoman.model.settings.Sampling;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The settings of a request besides messages, tools and reasoning; the service refuses fields that it does not know. */
final class MistralChatSettingsEncoder {
    private static final UnsaidSettings UNSAID = UnsaidSettings.of(
            Setting.TOP_K,
            Setting.LOGIT_BIAS,
            Setting.VERBOSITY,
            Setting.MODALITIES,
            Setting.AUDIO_OUTPUT,
            Setting.LOGPROBS,
            Setting.TOP_LOGPROBS,
            Setting.USER,
            Setting.SAFETY_IDENTIFIER,
            Setting.CACHE_RETENTION,
            Setting.CACHE_MODE,
            Setting.CACHE_TTL,
            Setting.STORE);

    private static final double HOTTEST = 1.5;
    private static final double STRONGEST_PENALTY = 2;

    private final JsonWriter json;
    private final Losses losses;

    MistralChatSettingsEncoder(JsonWriter json, Losses losses) {
        this.json = json;
        this.losses = losses;
    }

    void encode(ChatRequest request, @Nullable OutputFormat format) {
        json.field("parallel_tool_calls", request.parallelToolCalls());
        sampling(request.sampling());
        json.field("max_tokens", request.maxOutputTokens());
        json.field("stop", request.stop());
        json.field("n", request.choiceCount());
        format(format, request);
        prediction(request);
        metadata(request);
        json.field("prompt_cache_key", request.cache().key());
        json.field("service_tier", MistralChatTiers.encodeAsked(request.serviceTier(), losses));
        UNSAID.report(request, losses);
    }

    private void sampling(Sampling sampling) {
        json.field("temperature", clamped(sampling.temperature(), 0, HOTTEST, "sampling.temperature"));
        json.field("top_p", clamped(sampling.topP(), 0, 1, "sampling.topP"));
        json.field(
                "frequency_penalty",
                clamped(
                        sampling.frequencyPenalty(),
                        -STRONGEST_PENALTY,
                        STRONGEST_PENALTY,
                        "sampling.frequencyPenalty"));
        json.field(
                "presence_penalty",
                clamped(sampling.presencePenalty(), -STRONGEST_PENALTY, STRONGEST_PENALTY, "sampling.presencePenalty"));
        Long seed = sampling.seed();
        if (seed != null && seed < 0) {
            losses.approximated("sampling.seed", "seeds are at least 0 there; the sign is taken away");
            seed = seed & Long.MAX_VALUE;
        }
        json.field("random_seed", seed);
    }

    private @Nullable Double clamped(@Nullable Double value, double least, double most, String path) {
        if (value == null || (value >= least && value <= most)) {
            return value;
        }
        losses.add(LossKind.CLAMPED, path, "Mistral takes " + least + " to " + most);
        return Math.max(least, Math.min(most, value));
    }

    private void format(@Nullable OutputFormat format, ChatRequest request) {
        if (format instanceof OutputFormat.PlainText) {
            begin("text");
        } else if (format instanceof OutputFormat.JsonObject) {
            begin("json_object");
        } else if (format instanceof OutputFormat.JsonSchema schema) {
            RawJson definition = schema.schema();
            if (definition == null) {
                losses.approximated("outputFormat", "a format without a schema asks for some JSON object");
                begin("json_object");
            } else {
                schema(schema, definition, request);
            }
        } else if (format instanceof OutputFormat.Foreign foreign) {
            if (foreign.dialect().equals(MistralChatDialect.ID)) {
                json.field("response_format", foreign.json());
            } else {
                losses.dropped("outputFormat", "a format that only " + foreign.dialect() + " knows");
            }
            return;
        }
        if (format != null) {
            MistralChatDialect.EXTENSIONS.writeNested(request.extensions(), "response_format", json);
            json.endObject();
        }
    }

    private void begin(String type) {
        json.beginObject("response_format").field("type", type);
    }

    private void schema(OutputFormat.JsonSchema schema, RawJson definition, ChatRequest request) {
        begin("json_schema");
        json.beginObject("json_schema");
        if (schema.name() == null) {
            losses.add(LossKind.DEFAULTED, Severity.NOTE, "outputFormat.name", "a schema needs a name there");
        }
        json.field("name", schema.name() == null ? "answer" : schema.name());
        json.field("description", schema.description())
                .field("schema", definition)
                .field("strict", schema.strict());
        MistralChatDialect.EXTENSIONS.writeNested(request.extensions(), "response_format.json_schema", json);
        json.endObject();
    }

    private void prediction(ChatRequest request) {
        Prediction prediction = request.prediction();
        if (prediction == null) {
            return;
        }
        List<String> texts = prediction.texts();
        if (texts.size() > 1) {
            losses.approximated("prediction.texts", "a prediction is one text there");
        }
        json.beginObject("prediction").field("type", "content").field("content", String.join("", texts));
        MistralChatDialect.EXTENSIONS.writeNested(request.extensions(), "prediction", json);
        json.endObject();
    }

    private void metadata(ChatRequest request) {
        boolean others = MistralChatDialect.EXTENSIONS.hasNested(request.extensions(), "metadata");
        if (request.metadata().isEmpty() && !others) {
            return;
        }
        json.beginObject("metadata");
        request.metadata().forEach(json::field);
        MistralChatDialect.EXTENSIONS.writeNested(request.extensions(), "metadata", json);
        json.endObject();
    }
}
