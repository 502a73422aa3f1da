// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

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
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Bodies and streams of the dialect as texts. */
final class Wire {
    static final GeminiDialect DIALECT = new GeminiDialect();

    private Wire() {}

    static ChatRequest decode(String body) {
        return DIALECT.requestDecoder().decode(sent(body)).request();
    }

    static WireRequest sent(String body) {
        return new WireRequest(body.getBytes(StandardCharsets.UTF_8), "gemini-3-flash-preview", false, Map.of());
    }

    static String encode(ChatRequest request) {
        return encode(request, new Losses());
    }

    static String encode(ChatRequest request, Losses losses) {
        return text(encoded(request, losses).body());
    }

    static EncodedRequest encoded(ChatRequest request, Losses losses) {
        return DIALECT.requestEncoder().encode(request, EncodeContext.toVendor(losses, "gemini"));
    }

    static String lost(Losses losses) {
        return losses.toList().stream()
                .map(loss -> loss.path() + " " + loss.kind())
                .collect(Collectors.joining("; "));
    }

    static ReplySource source() {
        return new ReplySource("gemini", "gemini-3-flash-preview", null);
    }

    /** The events of a stream. */
    static List<ChatEvent> read(String stream, ReplySource source) {
        List<ChatEvent> events = new ArrayList<>();
        FrameDecoder frames = DIALECT.frameDecoder();
        StreamDecoder decoder = DIALECT.streamDecoder(source);
        byte[] bytes = stream.getBytes(StandardCharsets.UTF_8);
        frames.feed(bytes, 0, bytes.length, frame -> decoder.decode(frame, events::add));
        frames.end(frame -> decoder.decode(frame, events::add));
        decoder.end(events::add);
        return events;
    }

    static StreamEncoder encoder(ReplyShape shape) {
        return DIALECT.streamEncoder(EncodeContext.toClient(new Losses(), shape, "m"));
    }

    static String write(ReplyShape shape, List<ChatEvent> events) {
        StreamEncoder encoder = encoder(shape);
        WireBuffer out = new WireBuffer(256);
        events.forEach(event -> encoder.encode(event, out));
        return text(out.toBytes());
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
