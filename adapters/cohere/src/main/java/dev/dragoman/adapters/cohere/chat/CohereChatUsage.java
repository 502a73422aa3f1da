// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import dev.dragoman.fit.Count;
import dev.dragoman.fit.UnsaidCounts;
import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.response.InputTokens;
import dev.dragoman.model.response.OutputTokens;
import dev.dragoman.model.response.Usage;
import org.jspecify.annotations.Nullable;

/**
 * {@code usage}. {@code tokens} is what the model processed, thinking and templates included; {@code billed_units} is the bill and
 * counts only where {@code tokens} is missing. {@code cached_tokens} is a part of the input. Numbers may be floats.
 */
final class CohereChatUsage {
    private static final UnsaidCounts UNSAID = UnsaidCounts.of(
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

    private @Nullable Long input;
    private @Nullable Long output;

    private CohereChatUsage() {}

    /** The counts of the value that the reader stands on; {@code null} if there are none. */
    static @Nullable Usage decode(JsonReader in) {
        if (!in.isObject()) {
            in.skip();
            return null;
        }
        int mark = in.mark();
        CohereChatUsage tokens = new CohereChatUsage();
        CohereChatUsage billed = new CohereChatUsage();
        Long cached = null;
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "tokens" -> tokens.read(in);
                case "billed_units" -> billed.read(in);
                case "cached_tokens" -> cached = count(in);
                default -> in.skip();
            }
        }
        Long input = tokens.input != null ? tokens.input : billed.input;
        Long output = tokens.output != null ? tokens.output : billed.output;
        if (input == null && output == null) {
            return null;
        }
        long inputTokens = input == null ? 0 : input;
        // A bill may leave out what was read from the cache.
        long whole = cached == null ? inputTokens : Math.max(inputTokens, cached);
        InputTokens shares =
                cached == null ? InputTokens.UNKNOWN : new InputTokens(cached, null, null, null, null, null, null);
        return new Usage(whole, output == null ? 0 : output, shares, OutputTokens.UNKNOWN, in.rawSince(mark));
    }

    private void read(JsonReader in) {
        if (!in.isObject()) {
            in.skip();
            return;
        }
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "input_tokens" -> input = count(in);
                case "output_tokens" -> output = count(in);
                default -> in.skip();
            }
        }
    }

    private static @Nullable Long count(JsonReader in) {
        if (!in.isNumber()) {
            in.skip();
            return null;
        }
        return Math.max(0, Math.round(in.number()));
    }

    /** Writes the counts of an answer. */
    static void encode(@Nullable Usage usage, JsonWriter json, Losses losses) {
        Usage counted = usage == null ? Usage.of(0, 0) : usage;
        if (usage == null) {
            losses.add(LossKind.DEFAULTED, Severity.NOTE, "usage", "an answer counts its tokens there");
        }
        json.beginObject("usage");
        counts("billed_units", counted, json);
        counts("tokens", counted, json);
        json.field("cached_tokens", counted.input().cacheRead());
        json.endObject();
        UNSAID.report(counted, losses);
    }

    private static void counts(String name, Usage usage, JsonWriter json) {
        json.beginObject(name).field("input_tokens", (Long) usage.inputTokens());
        json.field("output_tokens", (Long) usage.outputTokens()).endObject();
    }
}
