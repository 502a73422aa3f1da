// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.fit.Count;
import dev.dragoman.fit.UnsaidCounts;
import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.response.InputTokens;
import dev.dragoman.model.response.OutputTokens;
import dev.dragoman.model.response.Usage;
import org.jspecify.annotations.Nullable;

/**
 * {@code usage}. Input counts leave cached tokens out here and count them in in the canonical model. The total is computed and not
 * read: whether it counts cached tokens is not documented.
 */
final class BedrockConverseUsage {
    private static final UnsaidCounts UNSAID = UnsaidCounts.of(
            Count.INPUT_TEXT,
            Count.INPUT_AUDIO,
            Count.INPUT_IMAGE,
            Count.REASONING,
            Count.OUTPUT_TEXT,
            Count.OUTPUT_AUDIO,
            Count.OUTPUT_IMAGE,
            Count.ACCEPTED_PREDICTION,
            Count.REJECTED_PREDICTION);

    private long input;
    private long output;
    private @Nullable Long read;
    private @Nullable Long written;
    private @Nullable Long writtenShort;
    private @Nullable Long writtenLong;

    private BedrockConverseUsage() {}

    /** The counts that the reader stands on; {@code null} for anything but an object. */
    static @Nullable Usage decode(JsonReader in) {
        if (!in.isObject()) {
            in.skip();
            return null;
        }
        int mark = in.mark();
        BedrockConverseUsage usage = new BedrockConverseUsage();
        in.beginObject();
        while (in.nextField()) {
            usage.member(in);
        }
        return usage.build(in.rawSince(mark));
    }

    private void member(JsonReader in) {
        switch (in.name()) {
            case "inputTokens" -> input = orZero(count(in));
            case "outputTokens" -> output = orZero(count(in));
            case "cacheReadInputTokens" -> read = count(in);
            case "cacheWriteInputTokens" -> written = count(in);
            case "cacheDetails" -> details(in);
            default -> in.skip();
        }
    }

    private void details(JsonReader in) {
        if (!in.isArray()) {
            in.skip();
            return;
        }
        in.beginArray();
        while (in.nextElement()) {
            if (!in.isObject()) {
                in.skip();
                continue;
            }
            String ttl = null;
            Long count = null;
            in.beginObject();
            while (in.nextField()) {
                if (in.name().equals("ttl") && in.isString()) {
                    ttl = in.string();
                } else if (in.name().equals("inputTokens")) {
                    count = count(in);
                } else {
                    in.skip();
                }
            }
            if ("5m".equals(ttl)) {
                writtenShort = count;
            } else if ("1h".equals(ttl)) {
                writtenLong = count;
            }
        }
    }

    private static @Nullable Long count(JsonReader in) {
        if (!in.isNumber()) {
            in.skip();
            return null;
        }
        return Math.max(0, in.integer());
    }

    private Usage build(RawJson raw) {
        InputTokens in = read == null && written == null && writtenShort == null && writtenLong == null
                ? InputTokens.UNKNOWN
                : new InputTokens(read, written, writtenShort, writtenLong, null, null, null);
        return new Usage(input + orZero(read) + orZero(written), output, in, OutputTokens.UNKNOWN, raw);
    }

    private static long orZero(@Nullable Long count) {
        return count == null ? 0 : count;
    }

    /** Writes the member {@code usage}, which every answer has. */
    static void encode(@Nullable Usage usage, JsonWriter json, Losses losses) {
        Usage counted = usage == null ? Usage.of(0, 0) : usage;
        if (usage == null) {
            losses.add(LossKind.DEFAULTED, Severity.NOTE, "usage", "an answer counts its tokens there");
        }
        InputTokens in = counted.input();
        long uncached = counted.uncachedInputTokens();
        long total = uncached + orZero(in.cacheRead()) + orZero(in.cacheWrite());
        json.beginObject("usage").field("inputTokens", (Long) uncached);
        json.field("outputTokens", (Long) counted.outputTokens());
        json.field("totalTokens", (Long) (total + counted.outputTokens()));
        json.field("cacheReadInputTokens", in.cacheRead()).field("cacheWriteInputTokens", in.cacheWrite());
        if (in.cacheWriteShort() != null || in.cacheWriteLong() != null) {
            json.beginArray("cacheDetails");
            detail("5m", in.cacheWriteShort(), json);
            detail("1h", in.cacheWriteLong(), json);
            json.endArray();
        }
        json.endObject();
        if (counted.inputTokens() != total) {
            losses.approximated("usage.inputTokens", "the cached shares are more than the whole");
        }
        UNSAID.report(counted, losses);
    }

    private static void detail(String ttl, @Nullable Long count, JsonWriter json) {
        if (count != null) {
            json.beginObject().field("ttl", ttl).field("inputTokens", count).endObject();
        }
    }
}
