// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import static dev.dragoman.adapters.cohere.chat.CohereChatDialect.EXTENSIONS;

import dev.dragoman.fit.Setting;
import dev.dragoman.fit.UnsaidSettings;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.settings.OutputFormat;
import dev.dragoman.model.settings.Sampling;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The settings of a request besides messages, tools and thinking. */
final class CohereChatSettingsEncoder {
    private static final UnsaidSettings UNSAID = UnsaidSettings.of(
            Setting.LOGIT_BIAS,
            Setting.CHOICE_COUNT,
            Setting.VERBOSITY,
            Setting.MODALITIES,
            Setting.AUDIO_OUTPUT,
            Setting.PREDICTION,
            Setting.TOP_LOGPROBS,
            Setting.PARALLEL_TOOL_CALLS,
            Setting.WEB_SEARCH,
            Setting.METADATA,
            Setting.SERVICE_TIER,
            Setting.STORE,
            Setting.USER,
            Setting.SAFETY_IDENTIFIER,
            Setting.CACHE_KEY,
            Setting.CACHE_RETENTION,
            Setting.CACHE_MODE,
            Setting.CACHE_TTL);

    private static final int MOST_STOPS = 5;
    private static final int MOST_TOP_K = 500;
    private static final double LEAST_TOP_P = 0.01;
    private static final double MOST_TOP_P = 0.99;

    private final ChatRequest request;
    private final JsonWriter json;
    private final Losses losses;

    CohereChatSettingsEncoder(ChatRequest request, JsonWriter json, Losses losses) {
        this.request = request;
        this.json = json;
        this.losses = losses;
    }

    /** @param schema the compiled schema of the answer; {@code null} if none is asked for here */
    void encode(@Nullable OutputFormat format, @Nullable RawJson schema) {
        format(format, schema);
        json.field("max_tokens", request.maxOutputTokens());
        stop(request.stop());
        sampling(request.sampling());
        json.field("logprobs", request.logprobs().enabled());
        UNSAID.report(request, losses);
    }

    private void format(@Nullable OutputFormat format, @Nullable RawJson schema) {
        boolean nested = EXTENSIONS.hasNested(request.extensions(), CohereChatFormatDecoder.OBJECT);
        if (format instanceof OutputFormat.Foreign foreign) {
            if (foreign.dialect().equals(CohereChatDialect.ID)) {
                json.field(CohereChatFormatDecoder.OBJECT, foreign.json());
            } else {
                losses.dropped("outputFormat", "a format that only " + foreign.dialect() + " knows");
            }
            return;
        }
        if (format == null && !nested) {
            return;
        }
        boolean text = format == null || format instanceof OutputFormat.PlainText;
        json.beginObject(CohereChatFormatDecoder.OBJECT).field("type", text ? "text" : "json_object");
        if (format instanceof OutputFormat.JsonSchema named) {
            json.field("json_schema", schema);
            named(named, schema);
        }
        EXTENSIONS.writeNested(request.extensions(), CohereChatFormatDecoder.OBJECT, json);
        json.endObject();
    }

    private void named(OutputFormat.JsonSchema format, @Nullable RawJson schema) {
        if (schema == null) {
            note(LossKind.APPROXIMATED, "outputFormat", "a format without a schema is some JSON");
        }
        if (format.name() != null) {
            note(LossKind.DROPPED, "outputFormat.name", "formats have no name there");
        }
        if (format.description() != null) {
            losses.dropped("outputFormat.description", "formats have no description there");
        }
        if (schema != null && !Boolean.TRUE.equals(format.strict())) {
            note(LossKind.APPROXIMATED, "outputFormat.strict", "answers always fit the schema there");
        }
    }

    private void stop(List<String> stop) {
        for (int i = MOST_STOPS; i < stop.size(); i++) {
            losses.dropped("stop[" + i + "]", "there are at most " + MOST_STOPS + " stop sequences");
        }
        json.field("stop_sequences", stop.subList(0, Math.min(stop.size(), MOST_STOPS)));
    }

    private void sampling(Sampling sampling) {
        json.field("temperature", within(sampling.temperature(), 0, 1, "sampling.temperature"));
        json.field("p", within(sampling.topP(), LEAST_TOP_P, MOST_TOP_P, "sampling.topP"));
        Integer topK = sampling.topK();
        if (topK != null && topK > MOST_TOP_K) {
            losses.add(LossKind.CLAMPED, "sampling.topK", "at most " + MOST_TOP_K);
            topK = MOST_TOP_K;
        }
        json.field("k", topK);
        Double frequency = within(sampling.frequencyPenalty(), 0, 1, "sampling.frequencyPenalty");
        Double presence = within(sampling.presencePenalty(), 0, 1, "sampling.presencePenalty");
        if (frequency != null && frequency != 0 && presence != null && presence != 0) {
            losses.dropped("sampling.presencePenalty", "many models take one of the two penalties only");
            presence = null;
        }
        json.field("frequency_penalty", frequency).field("presence_penalty", presence);
        Long seed = sampling.seed();
        if (seed != null && seed < 0) {
            losses.approximated("sampling.seed", "a seed is at least 0; this one lost its sign");
            seed &= Long.MAX_VALUE;
        }
        json.field("seed", seed);
    }

    private @Nullable Double within(@Nullable Double value, double least, double most, String path) {
        if (value == null || (value >= least && value <= most)) {
            return value;
        }
        losses.add(LossKind.CLAMPED, path, "from " + least + " to " + most);
        return Math.min(most, Math.max(least, value));
    }

    private void note(LossKind kind, String path, String reason) {
        losses.add(kind, Severity.NOTE, path, reason);
    }
}
