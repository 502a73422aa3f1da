// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

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
    static final Dialect DIALECT = new CohereChatDialect();
    private static final DialectWire WIRE =
            new DialectWire(DIALECT, new ReplySource("cohere", "command-a-plus-05-2026", null));

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

    /** One event of a stream; the data with single quotes. */
    static String event(String type, String members) {
        String json = ("{'type':'" + type + "'" + (members.isEmpty() ? "" : "," + members) + "}").replace('\'', '"');
        return "event: " + type + "\ndata: " + json + "\n\n";
    }
}
