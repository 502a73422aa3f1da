// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.ollama.chat;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.settings.Sampling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code options}. What has no canonical home is kept as {@code options.<name>}; so is {@code -1} where it means "no limit"
 * or "at random", which elsewhere is said by leaving the setting out.
 */
final class OllamaChatOptions {
    /** Name of the object, and of what is kept of it. */
    static final String OPTIONS = "options";

    /**
     * Options that no other dialect has. A client of another dialect that sends one at the top of its body gets it delivered.
     * Source: {@code api.Options} of the server, and {@code Options} of npm {@code ollama} 0.6.4 for those that it knew before.
     */
    static final Set<String> NAMES = Set.of(
            "num_keep",
            "min_p",
            "typical_p",
            "repeat_last_n",
            "repeat_penalty",
            "num_ctx",
            "num_batch",
            "num_gpu",
            "main_gpu",
            "use_mmap",
            "num_thread",
            "draft_num_predict",
            "mirostat",
            "mirostat_tau",
            "mirostat_eta",
            "tfs_z",
            "penalize_newline",
            "numa",
            "low_vram",
            "use_mlock");

    /** The seed that is none. */
    static final long RANDOM = -1;

    private @Nullable Double temperature;
    private @Nullable Double topP;
    private @Nullable Integer topK;
    private @Nullable Double frequencyPenalty;
    private @Nullable Double presencePenalty;
    private @Nullable Long seed;
    private @Nullable Long numPredict;
    private List<String> stop = List.of();
    private final Map<String, RawJson> unknown;

    OllamaChatOptions(Map<String, RawJson> unknown) {
        this.unknown = unknown;
    }

    /** Takes the object that the reader stands on. */
    void decode(JsonReader in) {
        if (in.isNull()) {
            return;
        }
        in.beginObject();
        while (in.nextField()) {
            String name = in.name();
            switch (name) {
                case "temperature" -> temperature = in.numberOrNull();
                case "top_p" -> topP = in.numberOrNull();
                case "top_k" -> topK = in.smallIntegerOrNull();
                case "frequency_penalty" -> frequencyPenalty = in.numberOrNull();
                case "presence_penalty" -> presencePenalty = in.numberOrNull();
                case "seed" -> {
                    Long value = in.integerOrNull();
                    seed = value != null && value == RANDOM ? kept(value, name) : value;
                }
                case "num_predict" -> {
                    Long value = in.integerOrNull();
                    numPredict = value != null && value < 0 ? kept(value, name) : value;
                }
                case "stop" -> stop = strings(in);
                default -> unknown.put(OPTIONS + "." + name, in.raw());
            }
        }
    }

    private @Nullable Long kept(long value, String name) {
        unknown.put(OPTIONS + "." + name, RawJson.number(value));
        return null;
    }

    /** The server takes an array only; its published description allows one string as well. */
    private static List<String> strings(JsonReader in) {
        if (in.isNull()) {
            return List.of();
        }
        if (in.isString()) {
            return List.of(in.string());
        }
        List<String> strings = new ArrayList<>();
        in.beginArray();
        while (in.nextElement()) {
            strings.add(in.string());
        }
        return strings;
    }

    Sampling sampling() {
        return new Sampling(temperature, topP, topK, frequencyPenalty, presencePenalty, seed, Map.of());
    }

    @Nullable Long numPredict() {
        return numPredict;
    }

    List<String> stop() {
        return stop;
    }
}
