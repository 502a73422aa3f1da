// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit;

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

/** Encodes and decodes with a dialect, for tests of single cases: JSON as text with single quotes for double ones. */
public final class DialectWire {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Dialect dialect;
    private final ReplySource source;

    /** @param source where answers come from, and requests go to, unless a test says otherwise */
    public DialectWire(Dialect dialect, ReplySource source) {
        this.dialect = dialect;
        this.source = source;
    }

    /** JSON from a text with single quotes. */
    public JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** JSON from bytes. */
    public JsonNode json(byte[] bytes) {
        try {
            return JSON.readTree(new String(bytes, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A request as the vendor is sent it. */
    public EncodedRequest encode(ChatRequest request, Losses losses) {
        return dialect.requestEncoder().encode(request, EncodeContext.toVendor(losses, source.vendor()));
    }

    /** The body of a request as the vendor is sent it. */
    public JsonNode body(ChatRequest request, Losses losses) {
        return json(encode(request, losses).body());
    }

    /** A request from a body with single quotes. */
    public ChatRequest decode(String body) {
        byte[] bytes = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return dialect.requestDecoder().decode(WireRequest.of(bytes)).request();
    }

    /** Paths and kinds of losses, in a line. */
    public String lost(Losses losses) {
        return losses.toList().stream()
                .map(loss -> loss.path() + " " + loss.kind())
                .collect(Collectors.joining("; "));
    }

    /** A context with the same ids and times each time. */
    public EncodeContext toClient(Losses losses) {
        return new EncodeContext(losses, ReplyShape.DEFAULT, null, "m", () -> "1", InstantSource.fixed(Instant.EPOCH));
    }

    /** The stream of these events. */
    public String stream(Losses losses, ChatEvent... events) {
        StreamEncoder encoder = dialect.streamEncoder(toClient(losses));
        WireBuffer out = new WireBuffer(256);
        for (ChatEvent event : events) {
            encoder.encode(event, out);
        }
        return new String(out.toBytes(), StandardCharsets.UTF_8);
    }

    /** The events of a stream, its end included. */
    public List<ChatEvent> events(String stream, ReplySource source) {
        List<ChatEvent> events = new ArrayList<>();
        EventGrammar grammar = new EventGrammar();
        Consumer<ChatEvent> out = event -> {
            grammar.accept(event);
            events.add(event);
        };
        byte[] bytes = stream.getBytes(StandardCharsets.UTF_8);
        FrameDecoder frames = dialect.frameDecoder();
        StreamDecoder decoder = dialect.streamDecoder(source);
        frames.feed(bytes, 0, bytes.length, frame -> decoder.decode(frame, out));
        frames.end(frame -> decoder.decode(frame, out));
        decoder.end(out);
        grammar.end();
        return events;
    }

    /** The events of a stream from the usual source, its end included. */
    public List<ChatEvent> events(String stream) {
        return events(stream, source);
    }

    /** The answer that events come to. */
    public ChatResponse fold(List<ChatEvent> events) {
        ResponseAssembler assembler = new ResponseAssembler();
        events.forEach(assembler);
        return assembler.response();
    }
}
