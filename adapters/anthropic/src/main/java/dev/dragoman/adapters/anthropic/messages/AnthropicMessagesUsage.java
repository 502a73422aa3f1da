// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

import dev.dragoman.fit.Count;
import dev.dragoman.fit.UnsaidCounts;
import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.response.InputTokens;
import dev.dragoman.model.response.OutputTokens;
import dev.dragoman.model.response.Usage;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code usage}. Input counts leave cached tokens out here and count them in in the canonical model. In a stream the counts come
 * at the start and again, cumulative, before the end: later values that are not {@code null} replace earlier ones.
 */
final class AnthropicMessagesUsage {
    private static final UnsaidCounts UNSAID = UnsaidCounts.of(
            Count.INPUT_TEXT,
            Count.INPUT_AUDIO,
            Count.INPUT_IMAGE,
            Count.OUTPUT_TEXT,
            Count.OUTPUT_AUDIO,
            Count.OUTPUT_IMAGE,
            Count.ACCEPTED_PREDICTION,
            Count.REJECTED_PREDICTION);

    private final Map<String, RawJson> members = new LinkedHashMap<>();

    /** Takes the object that the reader stands on. */
    void merge(JsonReader in) {
        if (in.isNull()) {
            return;
        }
        in.beginObject();
        while (in.nextField()) {
            String name = in.name();
            boolean absent = in.isNull();
            RawJson value = in.raw();
            if (!absent || !members.containsKey(name)) {
                members.put(name, value);
            }
        }
    }

    /** The tier that served, in canonical words; {@code null} if not told. */
    @Nullable String serviceTier() {
        RawJson tier = members.get("service_tier");
        if (tier == null || !tier.isString()) {
            return null;
        }
        try (JsonReader in = JsonReader.reply(tier)) {
            return AnthropicMessagesTiers.decodeServed(in.string());
        }
    }

    /** The counts so far; {@code null} if there are none. */
    @Nullable Usage build() {
        Long input = count("input_tokens");
        Long output = count("output_tokens");
        if (input == null && output == null) {
            return null;
        }
        Long read = count("cache_read_input_tokens");
        Long written = count("cache_creation_input_tokens");
        Long writtenShort = nested("cache_creation", "ephemeral_5m_input_tokens");
        Long writtenLong = nested("cache_creation", "ephemeral_1h_input_tokens");
        Long thinking = nested("output_tokens_details", "thinking_tokens");
        InputTokens in = read == null && written == null && writtenShort == null && writtenLong == null
                ? InputTokens.UNKNOWN
                : new InputTokens(read, written, writtenShort, writtenLong, null, null, null);
        OutputTokens out =
                thinking == null ? OutputTokens.UNKNOWN : new OutputTokens(thinking, null, null, null, null, null);
        return new Usage(orZero(input) + orZero(read) + orZero(written), orZero(output), in, out, raw());
    }

    private RawJson raw() {
        WireBuffer out = new WireBuffer(256);
        try (JsonWriter json = new JsonWriter(out)) {
            json.beginObject();
            members.forEach(json::field);
            json.endObject();
        }
        return RawJson.written(out);
    }

    private @Nullable Long count(String name) {
        return count(members.get(name));
    }

    private static @Nullable Long count(@Nullable RawJson value) {
        Long number = value == null ? null : value.integerOrNull();
        return number == null ? null : (Long) Math.max(0, number);
    }

    private @Nullable Long nested(String object, String name) {
        RawJson value = members.get(object);
        if (value == null || !value.isObject()) {
            return null;
        }
        try (JsonReader in = JsonReader.reply(value)) {
            in.beginObject();
            while (in.nextField()) {
                if (in.name().equals(name)) {
                    return count(in.raw());
                }
                in.skip();
            }
        }
        return null;
    }

    private static long orZero(@Nullable Long count) {
        return count == null ? 0 : count;
    }

    /** Writes the counts of an answer. */
    static void encode(@Nullable Usage usage, @Nullable String serviceTier, JsonWriter json, Losses losses) {
        json.beginObject();
        Usage counted = usage == null ? Usage.of(0, 0) : usage;
        if (usage == null) {
            losses.add(LossKind.DEFAULTED, Severity.NOTE, "usage", "an answer counts its tokens there");
        }
        InputTokens input = counted.input();
        OutputTokens output = counted.output();
        json.field("input_tokens", (Long) counted.uncachedInputTokens());
        nullable("cache_creation_input_tokens", input.cacheWrite(), json);
        nullable("cache_read_input_tokens", input.cacheRead(), json);
        if (input.cacheWriteShort() == null && input.cacheWriteLong() == null) {
            json.nullField("cache_creation");
        } else {
            json.beginObject("cache_creation");
            json.field("ephemeral_5m_input_tokens", input.cacheWriteShort());
            json.field("ephemeral_1h_input_tokens", input.cacheWriteLong());
            json.endObject();
        }
        json.field("output_tokens", (Long) counted.outputTokens());
        if (output.reasoning() == null) {
            json.nullField("output_tokens_details");
        } else {
            json.beginObject("output_tokens_details").field("thinking_tokens", output.reasoning());
            json.endObject();
        }
        json.nullField("server_tool_use");
        json.nullableField(
                "service_tier", serviceTier == null ? null : AnthropicMessagesTiers.encodeServed(serviceTier));
        json.endObject();
        if (counted.inputTokens()
                != counted.uncachedInputTokens() + orZero(input.cacheRead()) + orZero(input.cacheWrite())) {
            losses.approximated("usage.inputTokens", "the cached shares are more than the whole");
        }
        UNSAID.report(counted, losses);
    }

    private static void nullable(String name, @Nullable Long value, JsonWriter json) {
        if (value == null) {
            json.nullField(name);
        } else {
            json.field(name, value);
        }
    }
}
