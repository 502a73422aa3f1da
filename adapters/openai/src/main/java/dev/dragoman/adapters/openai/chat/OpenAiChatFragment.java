// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Citation;
import dev.dragoman.model.content.DataUrl;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.Opaque;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.response.Logprobs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one entry of {@code choices}: of its {@code message}, or of one {@code delta}. They may come in any order and are
 * collected here before they are told in the model's order. Reused from chunk to chunk.
 */
final class OpenAiChatFragment {
    int index;

    @Nullable String finishReason;

    Logprobs logprobs = Logprobs.NONE;
    boolean hasMessage;

    @Nullable String content;
    /** Parts that are not text, for vendors that answer with an array. */
    final List<Part> otherParts = new ArrayList<>(0);

    @Nullable String refusal;

    @Nullable String reasoning;

    List<OpenAiChatReasoning.Entry> reasoningDetails = List.of();
    final List<OpenAiChatToolCallDecoder> toolCalls = new ArrayList<>(1);
    List<Citation> citations = List.of();
    boolean hasAudio;

    @Nullable String audioId;

    @Nullable String audioData;

    @Nullable String audioTranscript;

    @Nullable Long audioExpiresAt;

    final Map<String, RawJson> choiceUnknown = new LinkedHashMap<>(0);
    final Map<String, RawJson> messageUnknown = new LinkedHashMap<>(0);
    private boolean used;

    /** Reads the entry of {@code choices} that the reader stands on. */
    void read(JsonReader in) {
        clear();
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "index" -> {
                    Integer number = in.smallIntegerOrNull();
                    if (number != null && (number < 0 || number > 127)) {
                        throw in.invalid("choices are numbered from 0 to 127");
                    }
                    index = number == null ? 0 : number;
                }
                case "finish_reason" -> {
                    // Some vendors write an empty word where nothing has ended.
                    String word = in.stringOrNull();
                    finishReason = word == null || word.isEmpty() ? null : word;
                }
                case "logprobs" -> logprobs = OpenAiChatLogprobs.decode(in);
                case "message", "delta" -> {
                    if (!in.isNull()) {
                        hasMessage = true;
                        message(in);
                    }
                }
                default -> choiceUnknown.put(in.name(), in.raw());
            }
        }
    }

    private void clear() {
        if (!used) {
            used = true;
            return;
        }
        index = 0;
        finishReason = null;
        logprobs = Logprobs.NONE;
        hasMessage = false;
        content = null;
        otherParts.clear();
        refusal = null;
        reasoning = null;
        reasoningDetails = List.of();
        toolCalls.clear();
        citations = List.of();
        hasAudio = false;
        audioId = null;
        audioData = null;
        audioTranscript = null;
        audioExpiresAt = null;
        choiceUnknown.clear();
        messageUnknown.clear();
    }

    private void message(JsonReader in) {
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "role" -> in.skip();
                case "content" -> content(in);
                case "refusal" -> refusal = in.stringOrNull();
                case "reasoning_content" -> {
                    String text = in.stringOrNull();
                    reasoning = text != null ? text : reasoning;
                }
                case "reasoning" -> reasoning(in);
                case "reasoning_details" -> {
                    if (in.isArray()) {
                        reasoningDetails = OpenAiChatReasoning.entries(in);
                    } else {
                        in.skip();
                    }
                }
                case "tool_calls" -> toolCalls(in);
                case "function_call" -> {
                    if (!in.isNull()) {
                        toolCalls.add(OpenAiChatToolCallDecoder.functionCallOfReply(in));
                    }
                }
                case "annotations" -> citations = OpenAiChatCitations.decode(in, messageUnknown);
                case "audio" -> audio(in);
                case "images" -> images(in);
                default -> messageUnknown.put(in.name(), in.raw());
            }
        }
    }

    /** Some gateways send the same text as {@code reasoning} and as {@code reasoning_content}: it counts once. */
    private void reasoning(JsonReader in) {
        if (in.isString()) {
            String text = in.string();
            reasoning = reasoning == null ? text : reasoning;
        } else if (in.isNull()) {
            in.skip();
        } else {
            messageUnknown.put("reasoning", in.raw());
        }
    }

    private void content(JsonReader in) {
        if (!in.isArray()) {
            content = in.stringOrNull();
            return;
        }
        StringBuilder text = new StringBuilder();
        List<OpenAiChatReasoning.Entry> thoughts = new ArrayList<>(0);
        for (Part part : OpenAiChatPartDecoder.content(in)) {
            if (part instanceof Text t) {
                text.append(t.text());
            } else if (part instanceof Opaque opaque && OpenAiChatThoughtPart.isOne(opaque)) {
                thoughts.add(OpenAiChatThoughtPart.entry(opaque));
            } else {
                otherParts.add(part);
            }
        }
        content = text.toString();
        if (!thoughts.isEmpty()) {
            reasoningDetails = thoughts;
        }
    }

    private void toolCalls(JsonReader in) {
        if (in.isNull()) {
            return;
        }
        in.beginArray();
        while (in.nextElement()) {
            toolCalls.add(OpenAiChatToolCallDecoder.read(in));
        }
    }

    private void audio(JsonReader in) {
        if (in.isNull()) {
            return;
        }
        hasAudio = true;
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "id" -> audioId = in.stringOrNull();
                case "data" -> audioData = in.stringOrNull();
                case "transcript" -> audioTranscript = in.stringOrNull();
                case "expires_at" -> audioExpiresAt = in.integerOrNull();
                default -> messageUnknown.put("audio." + in.name(), in.raw());
            }
        }
    }

    /** OpenRouter's place for produced pictures: {@code [{"type":"image_url","image_url":{"url"}}]}. */
    private void images(JsonReader in) {
        if (in.isNull()) {
            return;
        }
        in.beginArray();
        while (in.nextElement()) {
            String url = null;
            in.beginObject();
            while (in.nextField()) {
                if (in.name().equals("image_url") && in.isObject()) {
                    in.beginObject();
                    while (in.nextField()) {
                        if (in.name().equals("url")) {
                            url = in.stringOrNull();
                        } else {
                            in.skip();
                        }
                    }
                } else {
                    in.skip();
                }
            }
            if (url != null) {
                try {
                    otherParts.add(Image.of(DataUrl.parse(url)));
                } catch (IllegalArgumentException e) {
                    throw in.invalid(String.valueOf(e.getMessage()));
                }
            }
        }
    }

    Extensions choiceExtensions() {
        return Extensions.of(OpenAiChatDialect.ID, choiceUnknown);
    }

    Extensions messageExtensions() {
        return Extensions.of(OpenAiChatDialect.ID, messageUnknown);
    }
}
