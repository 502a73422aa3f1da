// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.EncodedRequest;
import dev.dragoman.dialect.ReplyShape;
import dev.dragoman.dialect.ReplySource;
import dev.dragoman.dialect.StreamDecoder;
import dev.dragoman.dialect.StreamEncoder;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.framing.FrameDecoder;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.event.EventGrammar;
import dev.dragoman.model.event.ResponseAssembler;
import dev.dragoman.model.response.ChatResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Encodes and decodes with the dialect, JSON as text with single quotes for double ones. */
final class Wire {
    static final Dialect DIALECT = new CohereChatDialect();
    private static final ObjectMapper JSON = new ObjectMapper();

    private Wire() {}

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    static JsonNode json(byte[] bytes) {
        try {
            return JSON.readTree(new String(bytes, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static EncodedRequest encode(ChatRequest request, Losses losses) {
        return DIALECT.requestEncoder().encode(request, EncodeContext.toVendor(losses, "cohere"));
    }

    static JsonNode body(ChatRequest request, Losses losses) {
        return json(encode(request, losses).body());
    }

    static ChatRequest decode(String body) {
        byte[] bytes = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return DIALECT.requestDecoder().decode(WireRequest.of(bytes)).request();
    }

    static String lost(Losses losses) {
        return losses.toList().stream()
                .map(loss -> loss.path() + " " + loss.kind())
                .collect(Collectors.joining("; "));
    }

    static EncodeContext toClient(Losses losses) {
        return new EncodeContext(losses, ReplyShape.DEFAULT, null, "m", () -> "1", InstantSource.fixed(Instant.EPOCH));
    }

    /** The stream of these events. */
    static String stream(Losses losses, ChatEvent... events) {
        StreamEncoder encoder = DIALECT.streamEncoder(toClient(losses));
        WireBuffer out = new WireBuffer(256);
        for (ChatEvent event : events) {
            encoder.encode(event, out);
        }
        return new String(out.toBytes(), StandardCharsets.UTF_8);
    }

    /** The events of a stream, its end included. */
    static List<ChatEvent> events(String stream, ReplySource source) {
        List<ChatEvent> events = new ArrayList<>();
        EventGrammar grammar = new EventGrammar();
        Consumer<ChatEvent> out = event -> {
            grammar.accept(event);
            events.add(event);
        };
        byte[] bytes = stream.getBytes(StandardCharsets.UTF_8);
        FrameDecoder frames = DIALECT.frameDecoder();
        StreamDecoder decoder = DIALECT.streamDecoder(source);
        frames.feed(bytes, 0, bytes.length, frame -> decoder.decode(frame, out));
        frames.end(frame -> decoder.decode(frame, out));
        decoder.end(out);
        grammar.end();
        return events;
    }

    static List<ChatEvent> events(String stream) {
        return events(stream, new ReplySource("cohere", "command-a-plus-05-2026", null));
    }

    static ChatResponse fold(List<ChatEvent> events) {
        ResponseAssembler assembler = new ResponseAssembler();
        events.forEach(assembler);
        return assembler.response();
    }

    /** One event of a stream; the data with single quotes. */
    static String event(String type, String members) {
        String json = ("{'type':'" + type + "'" + (members.isEmpty() ? "" : "," + members) + "}").replace('\'', '"');
        return "event: " + type + "\ndata: " + json + "\n\n";
    }
}
