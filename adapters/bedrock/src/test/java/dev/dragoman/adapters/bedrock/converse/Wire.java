// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

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
import dev.dragoman.framing.Frame;
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
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Encodes and decodes with the dialect, JSON as text with single quotes for double ones. */
final class Wire {
    static final Dialect DIALECT = new BedrockConverseDialect();
    static final String CLAUDE_4_5 = "us.anthropic.claude-sonnet-4-5-20250929-v1:0";
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
        return DIALECT.requestEncoder().encode(request, EncodeContext.toVendor(losses, "bedrock"));
    }

    static JsonNode body(ChatRequest request, Losses losses) {
        return json(encode(request, losses).body());
    }

    static WireRequest wire(String model, String body) {
        byte[] bytes = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return new WireRequest(bytes, model, false, Map.of());
    }

    static ChatRequest decode(String body) {
        return DIALECT.requestDecoder().decode(wire(CLAUDE_4_5, body)).request();
    }

    static String lost(Losses losses) {
        return losses.toList().stream()
                .map(loss -> loss.path() + " " + loss.kind())
                .collect(Collectors.joining("; "));
    }

    static EncodeContext toClient(Losses losses) {
        return new EncodeContext(losses, ReplyShape.DEFAULT, null, "m", () -> "1", InstantSource.fixed(Instant.EPOCH));
    }

    static ReplySource source() {
        return new ReplySource("bedrock", CLAUDE_4_5, "req-1");
    }

    /** The stream of these events. */
    static byte[] stream(Losses losses, ChatEvent... events) {
        StreamEncoder encoder = DIALECT.streamEncoder(toClient(losses));
        WireBuffer out = new WireBuffer(256);
        for (ChatEvent event : events) {
            encoder.encode(event, out);
        }
        return out.toBytes();
    }

    /** A stream of frames, each {@code name | payload}, the payload with single quotes. */
    static byte[] frames(String... frames) {
        WireBuffer out = new WireBuffer(256);
        for (String frame : frames) {
            int bar = frame.indexOf('|');
            byte[] payload = frame.substring(bar + 1).strip().replace('\'', '"').getBytes(StandardCharsets.UTF_8);
            BedrockConverseFrames.write(frame.substring(0, bar).strip(), payload, out);
        }
        return out.toBytes();
    }

    /** What a stream holds: each frame as {@code name payload}. */
    static List<String> told(byte[] stream) {
        List<String> told = new ArrayList<>();
        Consumer<Frame> each = frame -> told.add(frame.event() + " " + frame.text());
        FrameDecoder frames = DIALECT.frameDecoder();
        frames.feed(stream, 0, stream.length, each);
        frames.end(each);
        return told;
    }

    /** The events of a stream, its end included. */
    static List<ChatEvent> events(byte[] stream) {
        List<ChatEvent> events = new ArrayList<>();
        EventGrammar grammar = new EventGrammar();
        Consumer<ChatEvent> out = event -> {
            grammar.accept(event);
            events.add(event);
        };
        FrameDecoder frames = DIALECT.frameDecoder();
        StreamDecoder decoder = DIALECT.streamDecoder(source());
        frames.feed(stream, 0, stream.length, frame -> decoder.decode(frame, out));
        frames.end(frame -> decoder.decode(frame, out));
        decoder.end(out);
        grammar.end();
        return events;
    }

    static List<ChatEvent> events(String... frames) {
        return events(frames(frames));
    }

    static ChatResponse fold(List<ChatEvent> events) {
        ResponseAssembler assembler = new ResponseAssembler();
        events.forEach(assembler);
        return assembler.response();
    }
}
