// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.mistral.chat;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.response.InputTokens;
import dev.dragoman.model.response.OutputTokens;
import dev.dragoman.model.response.Usage;
import org.jspecify.annotations.Nullable;

/**
 * {@code usage}. Cached tokens are part of the prompt, reasoning is part of the completion. Cached tokens are told in one of three
 * places; seconds of sound ({@code prompt_audio_seconds}) are no tokens and stay among the raw counts. Source: {@code UsageInfo}
 * of {@code @mistralai/mistralai} 2.7.0 and the look-up order of {@code @ai-sdk/mistral} 4.0.87.
 */
final class MistralChatUsage {
    private @Nullable Long prompt;
    private @Nullable Long completion;
    private @Nullable Long total;
    private @Nullable Long cached;
    private @Nullable Long cachedDetail;
    private @Nullable Long audio;
    private @Nullable Long reasoning;
    private @Nullable String tier;
    private @Nullable Usage usage;

    private MistralChatUsage() {}

    /** Reads the object; whatever else stands there counts nothing. */
    static MistralChatUsage decode(JsonReader in) {
        MistralChatUsage read = new MistralChatUsage();
        if (!in.isObject()) {
            in.skip();
            return read;
        }
        int mark = in.mark();
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "prompt_tokens" -> read.prompt = in.integerOrNull();
                case "completion_tokens" -> read.completion = in.integerOrNull();
                case "total_tokens" -> read.total = in.integerOrNull();
                case "num_cached_tokens" -> read.cached = in.integerOrNull();
                // The service writes the second name, too.
                case "prompt_tokens_details", "prompt_token_details" -> read.promptDetails(in);
                case "completion_tokens_details" -> read.completionDetails(in);
                case "service_tier" -> read.tier = in.stringOrNull();
                default -> in.skip();
            }
        }
        read.count(in, mark);
        return read;
    }

    private void count(JsonReader in, int mark) {
        if (prompt == null && completion == null && total == null) {
            return;
        }
        long input = prompt != null ? prompt : 0;
        long output = completion != null ? completion : total != null ? Math.max(0, total - input) : 0;
        Long read = cached != null ? cached : cachedDetail;
        usage = new Usage(
                input,
                output,
                read == null && audio == null
                        ? InputTokens.UNKNOWN
                        : new InputTokens(read, null, null, null, null, audio, null),
                reasoning == null ? OutputTokens.UNKNOWN : new OutputTokens(reasoning, null, null, null, null, null),
                in.rawSince(mark));
    }

    private void promptDetails(JsonReader in) {
        if (in.isNull()) {
            return;
        }
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "cached_tokens" -> {
                    Long count = in.integerOrNull();
                    cachedDetail = cachedDetail != null ? cachedDetail : count;
                }
                case "audio_tokens" -> {
                    Long count = in.integerOrNull();
                    audio = audio != null ? audio : count;
                }
                default -> in.skip();
            }
        }
    }

    private void completionDetails(JsonReader in) {
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

    /** The counts; {@code null} if none were told. */
    @Nullable Usage usage() {
        return usage;
    }

    /** The tier that served the answer; {@code null} if it was not told. */
    @Nullable String tier() {
        return MistralChatTiers.decodeServed(tier);
    }

    /** Writes the object. */
    static void encode(Usage usage, @Nullable String tier, JsonWriter json, Losses losses) {
        json.beginObject();
        json.field("prompt_tokens", (Long) usage.inputTokens());
        json.field("completion_tokens", (Long) usage.outputTokens());
        json.field("total_tokens", (Long) usage.totalTokens());
        InputTokens input = usage.input();
        if (input.cacheRead() != null || input.audio() != null) {
            json.beginObject("prompt_tokens_details");
            json.field("cached_tokens", input.cacheRead()).field("audio_tokens", input.audio());
            json.endObject();
        }
        if (usage.output().reasoning() != null) {
            json.beginObject("completion_tokens_details");
            json.field("reasoning_tokens", usage.output().reasoning()).endObject();
        }
        json.field("service_tier", MistralChatTiers.encodeServed(tier));
        json.endObject();
        OutputTokens output = usage.output();
        lost(input.cacheWrite(), "input.cacheWrite", losses);
        lost(input.cacheWriteShort(), "input.cacheWriteShort", losses);
        lost(input.cacheWriteLong(), "input.cacheWriteLong", losses);
        lost(input.text(), "input.text", losses);
        lost(input.image(), "input.image", losses);
        lost(output.text(), "output.text", losses);
        lost(output.audio(), "output.audio", losses);
        lost(output.image(), "output.image", losses);
        lost(output.acceptedPrediction(), "output.acceptedPrediction", losses);
        lost(output.rejectedPrediction(), "output.rejectedPrediction", losses);
    }

    private static void lost(@Nullable Long count, String share, Losses losses) {
        if (count != null && count != 0) {
            losses.dropped("usage." + share, "this share of the tokens is not counted apart there");
        }
    }
}
