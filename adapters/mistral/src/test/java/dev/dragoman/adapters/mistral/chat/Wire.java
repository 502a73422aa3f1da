// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.mistral.chat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.EncodedRequest;
import dev.dragoman.dialect.ReplySource;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.testkit.DialectWire;
import java.util.List;

/** Encodes and decodes with the dialect, JSON as text with single quotes for double ones. */
final class Wire {
    static final Dialect DIALECT = new MistralChatDialect();
    private static final DialectWire WIRE =
            new DialectWire(DIALECT, new ReplySource("mistral", "mistral-medium-latest", null));

    private Wire() {}

    static JsonNode json(String text) {
        return WIRE.json(text);
    }

    static JsonNode json(byte[] bytes) {
        return WIRE.json(bytes);
    }

    static EncodedRequest encode(ChatRequest request, Losses losses) {
        return WIRE.encode(request, losses);
    }

    static JsonNode body(ChatRequest request, Losses losses) {
        return WIRE.body(request, losses);
    }

    static ChatRequest decode(String body) {
        return WIRE.decode(body);
    }

    static String lost(Losses losses) {
        return WIRE.lost(losses);
    }

    static EncodeContext toClient(Losses losses) {
        return WIRE.toClient(losses);
    }

    static String stream(Losses losses, ChatEvent... events) {
        return WIRE.stream(losses, events);
    }

    static List<ChatEvent> events(String stream, ReplySource source) {
        return WIRE.events(stream, source);
    }

    static List<ChatEvent> events(String stream) {
        return WIRE.events(stream);
    }

    static ChatResponse fold(List<ChatEvent> events) {
        return WIRE.fold(events);
    }

    /** A stream of these chunks; each with single quotes, without what is the same in all of them. */
    static String chunks(String... choices) {
        StringBuilder stream = new StringBuilder();
        for (String choice : choices) {
            stream.append("data: ")
                    .append(("{'id':'c1','object':'chat.completion.chunk','created':1,'model':'m','choices':[" + choice
                                    + "]}")
                            .replace('\'', '"'))
                    .append("\n\n");
        }
        return stream.toString();
    }

    /** The end of a stream. */
    static final String DONE = "data: [DONE]\n\n";
}
