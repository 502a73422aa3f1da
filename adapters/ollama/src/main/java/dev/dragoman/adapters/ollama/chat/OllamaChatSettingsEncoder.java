// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.ollama.chat;

import dev.dragoman.capability.ModelTraits;
import dev.dragoman.fit.Setting;
import dev.dragoman.fit.UnsaidSettings;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.settings.OutputFormat;
import org.jspecify.annotations.Nullable;

/** The settings of a request, and what of them this dialect cannot say. */
final class OllamaChatSettingsEncoder implements OutputFormat.Cases<JsonWriter> {
    private static final UnsaidSettings UNSAID = UnsaidSettings.of(
            Setting.LOGIT_BIAS,
            Setting.CHOICE_COUNT,
            Setting.VERBOSITY,
            Setting.MODALITIES,
            Setting.AUDIO_OUTPUT,
            Setting.PREDICTION,
            Setting.METADATA,
            Setting.STORE,
            Setting.SERVICE_TIER,
            Setting.WEB_SEARCH,
            Setting.USER,
            Setting.SAFETY_IDENTIFIER,
            Setting.CACHE_KEY,
            Setting.CACHE_RETENTION,
            Setting.CACHE_MODE,
            Setting.CACHE_TTL);

    private static final String FORMAT = "format";
    private static final String JSON = "json";

    private final ChatRequest request;
    private final ModelTraits traits;
    private final JsonWriter json;
    private final Losses losses;

    OllamaChatSettingsEncoder(ChatRequest request, ModelTraits traits, JsonWriter json, Losses losses) {
        this.request = request;
        this.traits = traits;
        this.json = json;
        this.losses = losses;
    }

    void encode(@Nullable OutputFormat format) {
        if (format != null) {
            format.accept(this);
        }
        OllamaChatThink.encode(request.reasoning(), traits, json, losses);
        json.field("logprobs", request.logprobs().enabled());
        json.field("top_logprobs", request.logprobs().top());
        json.field("stream", (Boolean) request.stream());
        OllamaChatOptionsEncoder options = new OllamaChatOptionsEncoder(request, json, losses);
        options.encode();
        OllamaChatDialect.EXTENSIONS.write(options.rest(), "", json, losses);
        UNSAID.report(request, losses);
    }

    @Override
    public JsonWriter plainText(OutputFormat.PlainText format) {
        note(LossKind.DROPPED, "outputFormat", "text is what is answered anyway");
        return json;
    }

    @Override
    public JsonWriter jsonObject(OutputFormat.JsonObject format) {
        return json.field(FORMAT, JSON);
    }

    @Override
    public JsonWriter jsonSchema(OutputFormat.JsonSchema format) {
        RawJson schema = format.schema();
        if (format.name() != null) {
            note(LossKind.DROPPED, "outputFormat.name", "formats have no name there");
        }
        if (format.description() != null) {
            losses.dropped("outputFormat.description", "formats have no description there");
        }
        if (format.strict() != null) {
            note(LossKind.DROPPED, "outputFormat.strict", "answers always fit the schema there");
        }
        if (schema != null && schema.isObject()) {
            return json.field(FORMAT, schema);
        }
        losses.approximated("outputFormat", "a format without a schema is some JSON");
        return json.field(FORMAT, JSON);
    }

    @Override
    public JsonWriter foreign(OutputFormat.Foreign format) {
        losses.dropped("outputFormat", "a format that only " + format.dialect() + " knows");
        return json;
    }

    private void note(LossKind kind, String path, String reason) {
        losses.add(kind, Severity.NOTE, path, reason);
    }
}
