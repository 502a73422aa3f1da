// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.mistral.chat;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Opaque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one entry of {@code choices}: its {@code message}, its {@code messages} where hosted tools ran, or one
 * {@code delta}. They may come in any order and are collected here before they are told in the model's order.
 */
final class MistralChatFragment {
    /** Type of a part that is the message of a tool which the vendor ran. It has no place in a message of the model. */
    static final String TOOL_MESSAGE = "tool_message";

    /** A message, or a piece of one. */
    static final class Piece {
        @Nullable String text;

        List<MistralChatChunk> chunks = List.of();
        List<MistralChatToolCallDecoder> calls = List.of();
        /** The result of a tool that the vendor ran, whole. */
        @Nullable Opaque hosted;
    }

    int index;
    boolean whole;

    @Nullable String finishReason;

    final List<Piece> pieces = new ArrayList<>(1);
    private final Map<String, RawJson> choiceUnknown = new LinkedHashMap<>(0);
    private final Map<String, RawJson> messageUnknown = new LinkedHashMap<>(0);

    /** Reads the entry of {@code choices} that the reader stands on. */
    static MistralChatFragment read(JsonReader in) {
        MistralChatFragment fragment = new MistralChatFragment();
        in.beginObject();
        while (in.nextField()) {
            fragment.field(in);
        }
        return fragment;
    }

    private void field(JsonReader in) {
        switch (in.name()) {
            case "index" -> {
                Integer number = in.smallIntegerOrNull();
                if (number != null && (number < 0 || number > 127)) {
                    throw in.invalid("choices are numbered from 0 to 127");
                }
                index = number == null ? 0 : number;
            }
            case "finish_reason" -> finishReason = in.stringOrNull();
            case "delta" -> piece(in);
            case "message" -> {
                whole = true;
                piece(in);
            }
            case "messages" -> {
                if (in.isNull()) {
                    return;
                }
                whole = true;
                in.beginArray();
                while (in.nextElement()) {
                    piece(in);
                }
            }
            default -> choiceUnknown.put(in.name(), in.raw());
        }
    }

    private void piece(JsonReader in) {
        if (in.isNull()) {
            return;
        }
        Piece piece = new Piece();
        int mark = in.mark();
        boolean hosted = false;
        Map<String, RawJson> unknown = new LinkedHashMap<>(0);
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "role" -> hosted |= "tool".equals(in.stringOrNull());
                case "index" -> in.skip();
                case "prefix" -> {
                    if (Boolean.TRUE.equals(in.boolOrNull())) {
                        unknown.put("prefix", RawJson.TRUE);
                    }
                }
                case "content" -> {
                    if (in.isString()) {
                        piece.text = in.string();
                    } else if (!in.isNull()) {
                        piece.chunks = MistralChatChunk.list(in);
                    }
                }
                case "tool_calls" -> piece.calls = calls(in);
                case "tool_call_id" -> hosted |= in.stringOrNull() != null;
                default -> {
                    if (!in.isNull()) {
                        unknown.put(in.name(), in.raw());
                    }
                }
            }
        }
        if (hosted) {
            piece = new Piece();
            piece.hosted = new Opaque(MistralChatDialect.ID, TOOL_MESSAGE, in.rawSince(mark));
        } else {
            messageUnknown.putAll(unknown);
        }
        pieces.add(piece);
    }

    private static List<MistralChatToolCallDecoder> calls(JsonReader in) {
        if (in.isNull()) {
            return List.of();
        }
        List<MistralChatToolCallDecoder> calls = new ArrayList<>(1);
        in.beginArray();
        while (in.nextElement()) {
            calls.add(MistralChatToolCallDecoder.read(in));
        }
        return calls;
    }

    Extensions choiceExtensions() {
        return Extensions.of(MistralChatDialect.ID, choiceUnknown);
    }

    Extensions messageExtensions() {
        return Extensions.of(MistralChatDialect.ID, messageUnknown);
    }
}
