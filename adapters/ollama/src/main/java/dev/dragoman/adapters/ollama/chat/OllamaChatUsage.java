// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.ollama.chat;

import dev.dragoman.fit.Count;
import dev.dragoman.fit.UnsaidCounts;
import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.response.InputTokens;
import dev.dragoman.model.response.OutputTokens;
import dev.dragoman.model.response.Usage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts and durations of an answer, which stand side by side at its top. The vendor leaves out what is 0. Durations, in
 * nanoseconds, are kept with the raw counts; an answer that comes from elsewhere has none.
 */
final class OllamaChatUsage {
    private static final UnsaidCounts UNSAID = UnsaidCounts.of(
            Count.CACHE_READ,
            Count.CACHE_WRITE,
            Count.CACHE_WRITE_SHORT,
            Count.CACHE_WRITE_LONG,
            Count.INPUT_TEXT,
            Count.INPUT_AUDIO,
            Count.INPUT_IMAGE,
            Count.REASONING,
            Count.OUTPUT_TEXT,
            Count.OUTPUT_AUDIO,
            Count.OUTPUT_IMAGE,
            Count.ACCEPTED_PREDICTION,
            Count.REJECTED_PREDICTION);

    private static final String INPUT = "prompt_eval_count";
    private static final String OUTPUT = "eval_count";

    /** The members in the order in which the server writes them. */
    private static final List<String> MEMBERS =
            List.of("total_duration", "load_duration", INPUT, "prompt_eval_duration", OUTPUT, "eval_duration");

    private final Map<String, RawJson> members = new LinkedHashMap<>(8);
    private long inputTokens;
    private long outputTokens;

    static boolean isMember(String name) {
        return MEMBERS.contains(name);
    }

    /** Takes the member that the reader stands on. */
    void read(JsonReader in, String name) {
        if (in.isNull()) {
            return;
        }
        long value = Math.max(0, in.integer());
        members.put(name, RawJson.number(value));
        if (name.equals(INPUT)) {
            inputTokens = value;
        } else if (name.equals(OUTPUT)) {
            outputTokens = value;
        }
    }

    /** The counts; {@code null} if there was no member. */
    @Nullable Usage build() {
        if (members.isEmpty()) {
            return null;
        }
        WireBuffer out = new WireBuffer(192);
        try (JsonWriter json = new JsonWriter(out)) {
            json.beginObject();
            members.forEach(json::field);
            json.endObject();
        }
        return new Usage(inputTokens, outputTokens, InputTokens.UNKNOWN, OutputTokens.UNKNOWN, RawJson.written(out));
    }

    /** Writes the members, zeros too. */
    static void encode(@Nullable Usage usage, JsonWriter json, Losses losses) {
        if (usage == null) {
            return;
        }
        Map<String, Long> durations = durations(usage.raw());
        for (String name : MEMBERS) {
            if (name.equals(INPUT)) {
                json.field(INPUT, (Long) usage.inputTokens());
            } else if (name.equals(OUTPUT)) {
                json.field(OUTPUT, (Long) usage.outputTokens());
            } else {
                json.field(name, durations.get(name));
            }
        }
        UNSAID.report(usage, losses);
    }

    /** The durations, if the raw counts are those of a server of this dialect. */
    private static Map<String, Long> durations(@Nullable RawJson raw) {
        Map<String, Long> durations = new LinkedHashMap<>(8);
        if (raw == null || !raw.isObject()) {
            return durations;
        }
        try (JsonReader in = raw.reader()) {
            in.beginObject();
            while (in.nextField()) {
                String name = in.name();
                if (name.endsWith("_duration") && isMember(name) && in.isNumber()) {
                    durations.put(name, in.integer());
                } else {
                    in.skip();
                }
            }
        }
        return durations;
    }
}
