// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.ollama.chat;

import static dev.dragoman.adapters.ollama.chat.OllamaChatOptions.OPTIONS;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.settings.Sampling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code options}. A client of another dialect that sends {@code options}, or one of this dialect's own options at the top
 * of its body, gets them delivered.
 */
final class OllamaChatOptionsEncoder {
    private final ChatRequest request;
    private final JsonWriter json;
    private final Losses losses;
    private final Map<String, RawJson> further = new LinkedHashMap<>(0);
    private final Map<String, Map<String, RawJson>> rest = new LinkedHashMap<>(1);

    OllamaChatOptionsEncoder(ChatRequest request, JsonWriter json, Losses losses) {
        this.request = request;
        this.json = json;
        this.losses = losses;
        request.extensions().byDialect().forEach(this::split);
    }

    /** The extensions of the request that are no options. */
    Extensions rest() {
        return rest.isEmpty() ? Extensions.NONE : new Extensions(rest);
    }

    private void split(String dialect, Map<String, RawJson> fields) {
        boolean own = dialect.equals(OllamaChatDialect.ID);
        Map<String, RawJson> others = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            if (own && name.startsWith(OPTIONS + ".")) {
                further.put(name.substring(OPTIONS.length() + 1), value);
            } else if (!own && OllamaChatOptions.NAMES.contains(name)) {
                further.putIfAbsent(name, value);
            } else if (!own && name.equals(OPTIONS) && value.isObject()) {
                members(value);
            } else {
                others.put(name, value);
            }
        });
        rest.put(dialect, others);
    }

    private void members(RawJson object) {
        try (JsonReader in = object.reader()) {
            in.beginObject();
            while (in.nextField()) {
                String name = in.name();
                further.putIfAbsent(name, in.raw());
            }
        }
    }

    void encode() {
        Sampling sampling = request.sampling();
        List<String> stop = stop();
        Long seed = seed(sampling.seed());
        boolean said = sampling.temperature() != null
                || sampling.topP() != null
                || sampling.topK() != null
                || sampling.frequencyPenalty() != null
                || sampling.presencePenalty() != null
                || seed != null
                || request.maxOutputTokens() != null
                || !stop.isEmpty();
        if (!said && further.isEmpty()) {
            return;
        }
        json.beginObject(OPTIONS);
        json.field("num_predict", taken("num_predict", request.maxOutputTokens()));
        json.field("temperature", taken("temperature", sampling.temperature()));
        json.field("top_p", taken("top_p", sampling.topP()));
        json.field("top_k", taken("top_k", sampling.topK()));
        json.field("frequency_penalty", taken("frequency_penalty", sampling.frequencyPenalty()));
        json.field("presence_penalty", taken("presence_penalty", sampling.presencePenalty()));
        json.field("seed", taken("seed", seed));
        json.field("stop", stop);
        if (!stop.isEmpty()) {
            further.remove("stop");
        }
        further.forEach(json::field);
        json.endObject();
    }

    /** What the request itself says wins over what came along as an extension. */
    private <T> @Nullable T taken(String name, @Nullable T value) {
        if (value != null) {
            further.remove(name);
        }
        return value;
    }

    private @Nullable Long seed(@Nullable Long seed) {
        if (seed == null || seed != OllamaChatOptions.RANDOM) {
            return seed;
        }
        losses.add(
                LossKind.APPROXIMATED, Severity.NOTE, "sampling.seed", "-1 means no seed there; another one is sent");
        return Long.MAX_VALUE;
    }

    /** An empty sequence would end every answer. */
    private List<String> stop() {
        List<String> kept = new ArrayList<>(request.stop().size());
        for (int i = 0; i < request.stop().size(); i++) {
            String sequence = request.stop().get(i);
            if (sequence.isEmpty()) {
                losses.dropped("stop[" + i + "]", "an empty stop sequence ends every answer");
            } else {
                kept.add(sequence);
            }
        }
        return kept;
    }
}
