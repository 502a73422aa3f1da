// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.response.InputTokens;
import dev.dragoman.model.response.OutputTokens;
import dev.dragoman.model.response.Usage;
import org.jspecify.annotations.Nullable;

/**
 * {@code usage}. Counts mean what they mean in the canonical model: cached tokens are part of the prompt, reasoning is part of
 * the completion. Source: {@code CompletionUsage} of openai-java 4.100.0.
 */
final class OpenAiChatUsage {
    private @Nullable Long prompt;
    private @Nullable Long completion;
    private @Nullable Long total;
    private InputTokens input = InputTokens.UNKNOWN;
    private OutputTokens output = OutputTokens.UNKNOWN;

    private OpenAiChatUsage() {}

    /** The counts; {@code null} where the reader stands on {@code null} or an object without counts. */
    static @Nullable Usage decode(JsonReader in) {
        if (!in.isObject()) {
            in.skip();
            return null;
        }
        int mark = in.mark();
        OpenAiChatUsage usage = new OpenAiChatUsage();
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "prompt_tokens" -> usage.prompt = in.integerOrNull();
                case "completion_tokens" -> usage.completion = in.integerOrNull();
                case "total_tokens" -> usage.total = in.integerOrNull();
                case "prompt_tokens_details" -> usage.input = input(in);
                case "completion_tokens_details" -> usage.output = output(in);
                default -> in.skip();
            }
        }
        return usage.build(in.rawSince(mark));
    }

    private @Nullable Usage build(RawJson raw) {
        if (prompt == null && completion == null && total == null) {
            return null;
        }
        long in = prompt != null ? prompt : 0;
        long out = completion != null ? completion : total != null ? Math.max(0, total - in) : 0;
        return new Usage(in, out, input, output, raw);
    }

    private static InputTokens input(JsonReader in) {
        if (in.isNull()) {
            return InputTokens.UNKNOWN;
        }
        Long cached = null;
        Long written = null;
        Long text = null;
        Long audio = null;
        Long image = null;
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "cached_tokens" -> cached = in.integerOrNull();
                case "cache_write_tokens" -> written = in.integerOrNull();
                case "text_tokens" -> text = in.integerOrNull();
                case "audio_tokens" -> audio = in.integerOrNull();
                case "image_tokens" -> image = in.integerOrNull();
                default -> in.skip();
            }
        }
        return new InputTokens(cached, written, null, null, text, audio, image);
    }

    private static OutputTokens output(JsonReader in) {
        if (in.isNull()) {
            return OutputTokens.UNKNOWN;
        }
        Long reasoning = null;
        Long text = null;
        Long audio = null;
        Long accepted = null;
        Long rejected = null;
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "reasoning_tokens" -> reasoning = in.integerOrNull();
                case "text_tokens" -> text = in.integerOrNull();
                case "audio_tokens" -> audio = in.integerOrNull();
                case "accepted_prediction_tokens" -> accepted = in.integerOrNull();
                case "rejected_prediction_tokens" -> rejected = in.integerOrNull();
                default -> in.skip();
            }
        }
        return new OutputTokens(reasoning, text, audio, null, accepted, rejected);
    }

    /** Writes the object. */
    static void encode(Usage usage, JsonWriter json, Losses losses) {
        json.beginObject();
        json.field("prompt_tokens", (Long) usage.inputTokens());
        json.field("completion_tokens", (Long) usage.outputTokens());
        json.field("total_tokens", (Long) usage.totalTokens());
        InputTokens input = usage.input();
        if (!input.equals(InputTokens.UNKNOWN)) {
            json.beginObject("prompt_tokens_details");
            json.field("cached_tokens", input.cacheRead());
            json.field("cache_write_tokens", input.cacheWrite());
            json.field("text_tokens", input.text());
            json.field("audio_tokens", input.audio());
            json.field("image_tokens", input.image());
            json.endObject();
        }
        OutputTokens output = usage.output();
        if (!output.equals(OutputTokens.UNKNOWN)) {
            json.beginObject("completion_tokens_details");
            json.field("reasoning_tokens", output.reasoning());
            json.field("text_tokens", output.text());
            json.field("audio_tokens", output.audio());
            json.field("accepted_prediction_tokens", output.acceptedPrediction());
            json.field("rejected_prediction_tokens", output.rejectedPrediction());
            json.endObject();
        }
        json.endObject();
        if (input.cacheWriteShort() != null && input.cacheWriteShort() != 0) {
            losses.dropped("usage.input.cacheWriteShort", "cache writes are not told apart by lifetime");
        }
        if (input.cacheWriteLong() != null && input.cacheWriteLong() != 0) {
            losses.dropped("usage.input.cacheWriteLong", "cache writes are not told apart by lifetime");
        }
        if (output.image() != null && output.image() != 0) {
            losses.dropped("usage.output.image", "produced pictures are not counted apart");
        }
    }
}
