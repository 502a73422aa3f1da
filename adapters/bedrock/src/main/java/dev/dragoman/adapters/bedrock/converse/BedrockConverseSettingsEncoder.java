// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import static dev.dragoman.adapters.bedrock.converse.BedrockConverseDialect.EXTENSIONS;

import dev.dragoman.capability.ModelTraits;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.settings.OutputFormat;
import dev.dragoman.model.settings.Sampling;
import dev.dragoman.prepare.SamplingFitter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code inferenceConfig}, {@code outputConfig} and the native fields of a request. */
final class BedrockConverseSettingsEncoder {
    private final ChatRequest request;
    private final ModelTraits traits;
    private final BedrockConverseFamily family;
    private final BedrockConverseThinking thinking;
    private final JsonWriter json;
    private final Losses losses;

    BedrockConverseSettingsEncoder(
            ChatRequest request,
            ModelTraits traits,
            BedrockConverseFamily family,
            BedrockConverseThinking thinking,
            JsonWriter json,
            Losses losses) {
        this.request = request;
        this.traits = traits;
        this.family = family;
        this.thinking = thinking;
        this.json = json;
        this.losses = losses;
    }

    /** Most tokens to produce, as the model can; {@code null} to say nothing. */
    static @Nullable Long limit(ChatRequest request, ModelTraits traits, Losses losses) {
        Long wanted = request.maxOutputTokens();
        Long most = traits.maxOutputTokens();
        if (wanted != null && wanted < 1) {
            losses.dropped("maxOutputTokens", "a limit is at least 1");
            return null;
        }
        if (wanted != null && most != null && wanted > most) {
            losses.add(LossKind.CLAMPED, "maxOutputTokens", "this model produces at most " + most + " tokens");
            return most;
        }
        return wanted;
    }

    /** @param limit most tokens to produce; {@code null} to say nothing */
    void inference(@Nullable Long limit, BedrockConverseNatives natives) {
        Sampling sampling = SamplingFitter.fit(request.sampling(), traits, thinking.plan(), losses);
        Double temperature = sampling.temperature();
        Double topP = sampling.topP();
        Long tokens = limit;
        if (thinking.refusesLimits()) {
            tokens = withoutLimits(tokens, "maxOutputTokens");
            temperature = withoutLimits(temperature, "sampling.temperature");
            topP = withoutLimits(topP, "sampling.topP");
        }
        if (sampling.topK() != null && family.topK() != null) {
            natives.put(family.topK(), RawJson.number(sampling.topK()));
        } else if (sampling.topK() != null) {
            losses.dropped("sampling.topK", "this model has no top-k");
        }
        List<String> stop = stop();
        boolean nested = EXTENSIONS.hasNested(request.extensions(), "inferenceConfig");
        if (tokens == null && temperature == null && topP == null && stop.isEmpty() && !nested) {
            return;
        }
        json.beginObject("inferenceConfig").field("maxTokens", tokens);
        json.field("temperature", temperature).field("topP", topP).field("stopSequences", stop);
        EXTENSIONS.writeNested(request.extensions(), "inferenceConfig", json);
        json.endObject();
    }

    private <T> @Nullable T withoutLimits(@Nullable T value, String path) {
        if (value != null) {
            losses.dropped(path, "this model takes neither limit nor sampling while it thinks hard");
        }
        return null;
    }

    private List<String> stop() {
        List<String> stop = request.stop();
        List<String> kept = new ArrayList<>(stop.size());
        for (int i = 0; i < stop.size(); i++) {
            String path = "stop[" + i + "]";
            if (!family.stopSequences()) {
                losses.dropped(path, "this model takes no stop sequences");
            } else if (stop.get(i).isEmpty()) {
                losses.dropped(path, "a stop sequence needs a character");
            } else if (kept.contains(stop.get(i))) {
                losses.add(LossKind.DROPPED, Severity.NOTE, path, "stands there twice");
            } else {
                kept.add(stop.get(i));
            }
        }
        return kept;
    }

    /** @param schema the compiled schema of the answer; {@code null} if none is asked for here */
    void output(@Nullable OutputFormat format, @Nullable RawJson schema) {
        RawJson foreign = null;
        if (format instanceof OutputFormat.Foreign f) {
            if (f.dialect().equals(BedrockConverseDialect.ID)) {
                foreign = f.json();
            } else {
                losses.dropped("outputFormat", "a format that only " + f.dialect() + " knows");
            }
        } else if (format instanceof OutputFormat.PlainText) {
            losses.add(LossKind.DROPPED, Severity.NOTE, "outputFormat", "text is what is answered anyway");
        }
        String effort = thinking.outputEffort();
        boolean nested = EXTENSIONS.hasNested(request.extensions(), "outputConfig");
        boolean described = format instanceof OutputFormat.JsonSchema && schema != null;
        if (foreign == null && effort == null && !described && !nested) {
            return;
        }
        json.beginObject("outputConfig").field("textFormat", foreign);
        if (format instanceof OutputFormat.JsonSchema named && schema != null) {
            if (!Boolean.TRUE.equals(named.strict())) {
                losses.add(
                        LossKind.APPROXIMATED,
                        Severity.NOTE,
                        "outputFormat.strict",
                        "answers always fit the schema there");
            }
            BedrockConverseOutputFormat.encode(named, schema, json);
        }
        json.field("effort", effort);
        EXTENSIONS.writeNested(request.extensions(), "outputConfig", json);
        json.endObject();
    }

    /** Asks Claude which stop sequence was met, which its answers tell in a native field only. */
    void responsePaths() {
        boolean asked = request.extensions().byDialect().values().stream()
                .anyMatch(fields -> fields.containsKey("additionalModelResponseFieldPaths"));
        if (family.stopSequencePath() != null && !request.stop().isEmpty() && !asked) {
            String place = (request.stream() ? "/delta/" : "/") + family.stopSequencePath();
            json.field("additionalModelResponseFieldPaths", List.of(place));
        }
    }
}
