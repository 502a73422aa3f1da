// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.ollama.chat;

import dev.dragoman.capability.ModelTraits;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.settings.CacheSettings;
import dev.dragoman.model.settings.EndUser;
import dev.dragoman.model.settings.OutputFormat;
import dev.dragoman.model.settings.Sampling;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The settings of a request, and what of them this dialect cannot say. */
final class OllamaChatSettingsEncoder implements OutputFormat.Cases<JsonWriter> {
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
        unsaid();
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

    /** What this dialect has no field for. */
    private void unsaid() {
        Sampling sampling = request.sampling();
        absent(sampling.logitBias().isEmpty(), false, "sampling.logitBias", "single tokens cannot be biased");
        Integer count = request.choiceCount();
        absent(count == null, count != null && count == 1, "choiceCount", "there is one answer");
        absent(
                request.verbosity() == null,
                "medium".equals(request.verbosity()),
                "verbosity",
                "how wordy an answer is cannot be said");
        absent(
                request.modalities().isEmpty(),
                request.modalities().equals(List.of("text")),
                "modalities",
                "answers are text");
        absent(request.audioOutput() == null, false, "audioOutput", "answers are text");
        absent(request.prediction() == null, true, "prediction", "answers cannot be predicted");
        absent(request.metadata().isEmpty(), true, "metadata", "requests carry no labels");
        absent(request.store() == null, true, "store", "answers are not kept");
        absent(request.serviceTier() == null, true, "serviceTier", "there are no tiers");
        absent(request.webSearch() == null, false, "webSearch", "the model does not search the web");
        EndUser user = request.endUser();
        absent(user.user() == null, true, "endUser.user", "users are not told apart");
        absent(user.safetyIdentifier() == null, true, "endUser.safetyIdentifier", "users are not told apart");
        CacheSettings cache = request.cache();
        absent(cache.equals(CacheSettings.DEFAULT), true, "cache", "the server keeps prompts as it likes");
    }

    private void absent(boolean absent, boolean harmless, String path, String reason) {
        if (!absent) {
            losses.add(LossKind.DROPPED, harmless ? Severity.NOTE : Severity.CHANGES_ANSWER, path, reason);
        }
    }

    private void note(LossKind kind, String path, String reason) {
        losses.add(kind, Severity.NOTE, path, reason);
    }
}
