// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import static dev.dragoman.adapters.gemini.generatecontent.GeminiConfigDecoder.CONFIG;

import dev.dragoman.capability.ModelTraits;
import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.settings.AudioOutput;
import dev.dragoman.model.settings.LogprobSettings;
import dev.dragoman.model.settings.OutputFormat;
import dev.dragoman.model.settings.Sampling;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code generationConfig} of a request; left out where it would be empty. Ranges after Google's API documentation. */
final class GeminiConfigEncoder {
    private static final int MOST_STOPS = 5;
    private static final int MOST_LOGPROBS = 20;
    private static final double MOST_TEMPERATURE = 2;

    private final ChatRequest request;
    private final ModelTraits traits;
    private final JsonWriter json;
    private final Losses losses;
    private boolean open;

    GeminiConfigEncoder(ChatRequest request, ModelTraits traits, JsonWriter json, Losses losses) {
        this.request = request;
        this.traits = traits;
        this.json = json;
        this.losses = losses;
    }

    /**
     * @param format what the text must look like, as it is to be said here
     * @param schema its compiled schema; {@code null} if there is none
     */
    void encode(@Nullable OutputFormat format, @Nullable RawJson schema) {
        sampling(request.sampling());
        field("candidateCount", positive(request.choiceCount()));
        maxOutputTokens();
        stop();
        logprobs(request.logprobs());
        format(format, schema);
        modalities();
        speech();
        GeminiThinking thinking = GeminiThinking.of(request, traits, losses);
        if (!thinking.isEmpty()) {
            thinking.encode(config());
        }
        GeminiDialect.EXTENSIONS.own(request.reasoning().extensions(), "reasoning", losses);
        if (GeminiDialect.EXTENSIONS.hasNested(request.extensions(), CONFIG)) {
            GeminiDialect.EXTENSIONS.writeNested(request.extensions(), CONFIG, config());
        }
        if (open) {
            json.endObject();
        }
    }

    private JsonWriter config() {
        if (!open) {
            open = true;
            json.beginObject(CONFIG);
        }
        return json;
    }

    private void field(String name, @Nullable Double value) {
        if (value != null) {
            config().field(name, value);
        }
    }

    private void field(String name, @Nullable Integer value) {
        if (value != null) {
            config().field(name, value);
        }
    }

    private void sampling(Sampling sampling) {
        field("temperature", within(sampling.temperature(), 0, MOST_TEMPERATURE, "sampling.temperature"));
        field("topP", within(sampling.topP(), 0, 1, "sampling.topP"));
        Integer topK = sampling.topK();
        if (topK != null && topK < 1) {
            note(LossKind.DROPPED, "sampling.topK", "it is at least 1 there");
        } else {
            field("topK", topK);
        }
        field("frequencyPenalty", penalty(sampling.frequencyPenalty(), "sampling.frequencyPenalty"));
        field("presencePenalty", penalty(sampling.presencePenalty(), "sampling.presencePenalty"));
        Long seed = sampling.seed();
        if (seed != null) {
            int small = (int) (seed ^ (seed >> 32) ^ (seed >> 63));
            if (seed == seed.intValue()) {
                small = seed.intValue();
            } else {
                losses.approximated("sampling.seed", "a seed has 32 bits there; equal seeds stay equal");
            }
            field("seed", (Integer) small);
        }
        if (!sampling.logitBias().isEmpty()) {
            losses.dropped("sampling.logitBias", "single tokens cannot be biased");
        }
    }

    private @Nullable Double penalty(@Nullable Double value, String path) {
        if (value != null && traits.has(GeminiModels.NO_PENALTIES)) {
            losses.add(
                    LossKind.DROPPED,
                    value == 0 ? Severity.NOTE : Severity.CHANGES_ANSWER,
                    path,
                    "this model takes no penalties");
            return null;
        }
        return within(value, -2, 2, path);
    }

    private @Nullable Double within(@Nullable Double value, double least, double most, String path) {
        if (value == null || (value >= least && value <= most)) {
            return value;
        }
        losses.add(LossKind.CLAMPED, path, "from " + least + " to " + most);
        return Math.min(most, Math.max(least, value));
    }

    private @Nullable Integer positive(@Nullable Integer count) {
        if (count != null && count < 1) {
            note(LossKind.DROPPED, "choiceCount", "there is at least one answer");
            return null;
        }
        return count;
    }

    private void maxOutputTokens() {
        Long most = request.maxOutputTokens();
        if (most == null) {
            return;
        }
        if (most < 1 || most > Integer.MAX_VALUE) {
            losses.add(LossKind.CLAMPED, "maxOutputTokens", "from 1 to " + Integer.MAX_VALUE);
        }
        config().field("maxOutputTokens", (Long) Math.max(1, Math.min(Integer.MAX_VALUE, most)));
    }

    private void stop() {
        List<String> kept = new ArrayList<>(request.stop().size());
        for (int i = 0; i < request.stop().size(); i++) {
            String sequence = request.stop().get(i);
            if (sequence.isEmpty()) {
                note(LossKind.DROPPED, "stop[" + i + "]", "a stop sequence is not empty there");
            } else if (kept.size() == MOST_STOPS) {
                losses.dropped("stop[" + i + "]", "there are at most " + MOST_STOPS + " stop sequences");
            } else {
                kept.add(sequence);
            }
        }
        if (!kept.isEmpty()) {
            config().field("stopSequences", kept);
        }
    }

    private void logprobs(LogprobSettings settings) {
        Boolean enabled = settings.enabled();
        Integer top = settings.top();
        if (top != null && top < 1) {
            note(LossKind.DROPPED, "logprobs.top", "alternatives are at least 1, or not asked for");
            top = null;
        } else if (top != null && top > MOST_LOGPROBS) {
            losses.add(LossKind.CLAMPED, "logprobs.top", "from 1 to " + MOST_LOGPROBS);
            top = MOST_LOGPROBS;
        }
        if (top != null && enabled == null) {
            note(LossKind.DEFAULTED, "logprobs.enabled", "alternatives are told with probabilities only");
            enabled = Boolean.TRUE;
        }
        if (enabled != null) {
            config().field("responseLogprobs", enabled);
        }
        field("logprobs", top);
    }

    private void format(@Nullable OutputFormat format, @Nullable RawJson schema) {
        if (format instanceof OutputFormat.PlainText) {
            config().field("responseMimeType", "text/plain");
        } else if (format instanceof OutputFormat.JsonObject) {
            config().field("responseMimeType", "application/json");
        } else if (format instanceof OutputFormat.JsonSchema named) {
            named(named);
            config().field("responseMimeType", "application/json").field("responseJsonSchema", schema);
        } else if (format instanceof OutputFormat.Foreign foreign) {
            foreign(foreign);
        }
    }

    private void named(OutputFormat.JsonSchema format) {
        if (format.name() != null) {
            note(LossKind.DROPPED, "outputFormat.name", "formats have no name there");
        }
        if (format.description() != null) {
            losses.dropped("outputFormat.description", "formats have no description there");
        }
        if (format.strict() != null) {
            note(LossKind.APPROXIMATED, "outputFormat.strict", "answers always fit the schema there");
        }
        if (format.schema() == null) {
            note(LossKind.APPROXIMATED, "outputFormat", "without a schema it is some JSON");
        }
    }

    /** Members of the configuration, as this dialect kept them. */
    private void foreign(OutputFormat.Foreign format) {
        boolean own = format.dialect().equals(GeminiDialect.ID);
        if (!own || !format.json().toString().startsWith("{\"responseMimeType\":")) {
            losses.dropped("outputFormat", own ? "it names no type" : "only " + format.dialect() + " knows it");
            return;
        }
        try (JsonReader in = format.json().reader()) {
            in.beginObject();
            while (in.nextField()) {
                String name = in.name();
                config().field(name, in.raw());
            }
        }
    }

    private void modalities() {
        List<String> wanted = request.modalities();
        if (wanted.isEmpty()) {
            return;
        }
        if (wanted.contains("audio") && wanted.size() > 1) {
            losses.approximated("modalities", "what is spoken comes without its text there");
            wanted = List.of("audio");
        }
        config().field(
                        "responseModalities",
                        wanted.stream()
                                .map(word -> word.toUpperCase(Locale.ROOT))
                                .toList());
    }

    private void speech() {
        AudioOutput audio = request.audioOutput();
        String speech = CONFIG + ".speechConfig";
        boolean nested = GeminiDialect.EXTENSIONS.hasNested(request.extensions(), speech);
        if (audio != null) {
            if (audio.format() != null) {
                note(LossKind.DROPPED, "audioOutput.format", "the form of the sound cannot be chosen");
            }
            if (audio.voiceId() != null) {
                losses.dropped("audioOutput.voiceId", "there are ready-made voices only");
            }
            if (audio.voice() == null && audio.format() == null && audio.voiceId() == null) {
                note(LossKind.DROPPED, "audioOutput", "nothing is said of the voice");
            }
        }
        String voice = audio == null ? null : audio.voice();
        if (voice == null && !nested) {
            return;
        }
        config().beginObject("speechConfig");
        if (voice != null) {
            json.beginObject("voiceConfig").beginObject("prebuiltVoiceConfig").field("voiceName", voice);
            json.endObject().endObject();
        }
        GeminiDialect.EXTENSIONS.writeNested(request.extensions(), speech, json);
        json.endObject();
    }

    private void note(LossKind kind, String path, String reason) {
        losses.add(kind, Severity.NOTE, path, reason);
    }
}
