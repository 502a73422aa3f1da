// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.responses;

import dev.dragoman.fit.Count;
import dev.dragoman.fit.UnsaidCounts;
import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.response.InputTokens;
import dev.dragoman.model.response.OutputTokens;
import dev.dragoman.model.response.Usage;
import org.jspecify.annotations.Nullable;

/**
 * {@code usage}. Counts mean what they mean in the canonical model: cached tokens are part of the input, reasoning is part of the
 * output. Source: {@code ResponseUsage} of npm {@code openai} 7.55.0.
 */
final class OpenAiResponsesUsage {
    private static final UnsaidCounts UNSAID = UnsaidCounts.of(
            Count.INPUT_TEXT,
            Count.INPUT_AUDIO,
            Count.INPUT_IMAGE,
            Count.OUTPUT_TEXT,
            Count.OUTPUT_AUDIO,
            Count.OUTPUT_IMAGE,
            Count.ACCEPTED_PREDICTION,
            Count.REJECTED_PREDICTION);

    private @Nullable Long input;
    private @Nullable Long output;
    private @Nullable Long total;
    private InputTokens inputShares = InputTokens.UNKNOWN;
    private @Nullable Long reasoning;

    private OpenAiResponsesUsage() {}

    /** The counts; {@code null} where the reader stands on {@code null} or an object without counts. */
    static @Nullable Usage decode(JsonReader in) {
        if (!in.isObject()) {
            in.skip();
            return null;
        }
        int mark = in.mark();
        OpenAiResponsesUsage usage = new OpenAiResponsesUsage();
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "input_tokens" -> usage.input = in.integerOrNull();
                case "output_tokens" -> usage.output = in.integerOrNull();
                case "total_tokens" -> usage.total = in.integerOrNull();
                case "input_tokens_details" -> usage.inputShares = inputShares(in);
                case "output_tokens_details" -> usage.outputShares(in);
                default -> in.skip();
            }
        }
        return usage.build(in.rawSince(mark));
    }

    private @Nullable Usage build(RawJson raw) {
        if (input == null && output == null && total == null) {
            return null;
        }
        long in = input != null ? input : 0;
        long out = output != null ? output : total != null ? Math.max(0, total - in) : 0;
        OutputTokens shares =
                reasoning == null ? OutputTokens.UNKNOWN : new OutputTokens(reasoning, null, null, null, null, null);
        return new Usage(in, out, inputShares, shares, raw);
    }

    private static InputTokens inputShares(JsonReader in) {
        if (in.isNull()) {
            return InputTokens.UNKNOWN;
        }
        Long cached = null;
        Long written = null;
        Long shortLived = null;
        Long longLived = null;
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "cached_tokens" -> cached = in.integerOrNull();
                case "cache_write_tokens" -> written = in.integerOrNull();
                case "cache_write_tokens_details" -> {
                    if (in.isNull()) {
                        continue;
                    }
                    in.beginObject();
                    while (in.nextField()) {
                        switch (in.name()) {
                            case "ttl_30m_tokens" -> shortLived = in.integerOrNull();
                            case "ttl_12h_tokens" -> longLived = in.integerOrNull();
                            default -> in.skip();
                        }
                    }
                }
                default -> in.skip();
            }
        }
        return new InputTokens(cached, written, shortLived, longLived, null, null, null);
    }

    private void outputShares(JsonReader in) {
        if (in.isNull()) {
            return;
        }
        in.beginObject();
        while (in.nextField()) {
            if (in.name().equals("reasoning_tokens")) {
                reasoning = in.integerOrNull();
            } else {
                in.skip();
            }
        }
    }

    /** Writes the object. Clients demand the shares: what is unknown is told as nothing, and reported. */
    static void encode(Usage usage, JsonWriter json, Losses losses) {
        InputTokens input = usage.input();
        OutputTokens output = usage.output();
        json.beginObject().field("input_tokens", (Long) usage.inputTokens());
        json.beginObject("input_tokens_details");
        json.field("cached_tokens", (Long) share(input.cacheRead(), "usage.input.cacheRead", losses));
        json.field("cache_write_tokens", (Long) share(input.cacheWrite(), "usage.input.cacheWrite", losses));
        if (input.cacheWriteShort() != null || input.cacheWriteLong() != null) {
            json.beginObject("cache_write_tokens_details");
            json.field("ttl_30m_tokens", input.cacheWriteShort());
            json.field("ttl_12h_tokens", input.cacheWriteLong());
            json.endObject();
        }
        json.endObject();
        json.field("output_tokens", (Long) usage.outputTokens());
        json.beginObject("output_tokens_details");
        json.field("reasoning_tokens", (Long) share(output.reasoning(), "usage.output.reasoning", losses));
        json.endObject();
        json.field("total_tokens", (Long) usage.totalTokens()).endObject();
        UNSAID.report(usage, losses);
    }

    private static long share(@Nullable Long count, String path, Losses losses) {
        if (count == null) {
            losses.add(LossKind.DEFAULTED, path, "clients demand the count; unknown is told as 0");
            return 0;
        }
        return count;
    }
}
