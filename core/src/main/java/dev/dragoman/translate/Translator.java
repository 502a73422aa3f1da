// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.translate;

import dev.dragoman.dialect.DecodedRequest;
import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.EncodedRequest;
import dev.dragoman.dialect.ReplyShape;
import dev.dragoman.dialect.ReplySource;
import dev.dragoman.dialect.StreamDecoder;
import dev.dragoman.dialect.StreamEncoder;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.framing.FrameDecoder;
import dev.dragoman.json.SpelledBody;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.Loss;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.prepare.ReplyPlan;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Translates bodies between dialects, offline: no network, no container. Thread-safe.
 *
 * <pre>{@code
 * Translator translator = Translator.create();
 * Translated translated = translator.request("openai-chat", "anthropic-messages", json);
 * }</pre>
 */
public final class Translator {
    private final Dialects dialects;

    /** A translator between these dialects. */
    public Translator(Dialects dialects) {
        this.dialects = dialects;
    }

    /** A translator between all dialects on the class path. */
    public static Translator create() {
        return new Translator(Dialects.load(Translator.class.getClassLoader()));
    }

    /** The dialects it knows. */
    public Dialects dialects() {
        return dialects;
    }

    /**
     * A request from one dialect to another. Between the same dialect it passes through unchanged.
     *
     * @throws ChatException if the body is not a request of the source dialect
     * @throws IllegalArgumentException if a dialect is unknown
     */
    public Translated request(String from, String to, String json) {
        return request(from, to, WireRequest.of(json.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * A request from one dialect to another, with what the source dialect says outside of the body.
     *
     * @throws ChatException if this is not a request of the source dialect
     * @throws IllegalArgumentException if a dialect is unknown
     */
    public Translated request(String from, String to, WireRequest wire) {
        Dialect source = dialects.get(from);
        Dialect target = dialects.get(to);
        return SpelledBody.within(wire.body(), () -> request(source, target, to, wire));
    }

    private static Translated request(Dialect source, Dialect target, String to, WireRequest wire) {
        DecodedRequest decoded = source.requestDecoder().decode(wire);
        if (source == target) {
            return new Translated(wire.body(), List.of());
        }
        Losses losses = new Losses();
        EncodedRequest encoded = target.requestEncoder().encode(decoded.request(), EncodeContext.toVendor(losses, to));
        return new Translated(encoded.body(), locate(source, decoded.request(), losses.toList()), encoded.plan());
    }

    /**
     * A whole answer from one dialect to another.
     *
     * @throws ChatException if the body is not an answer of the source dialect
     * @throws IllegalArgumentException if a dialect is unknown
     */
    public Translated response(String from, String to, String json) {
        return response(from, to, json, ReplyPlan.NONE);
    }

    /**
     * A whole answer from one dialect to another.
     *
     * @param plan what was disguised in the request ({@link Translated#plan()})
     * @throws ChatException if the body is not an answer of the source dialect
     * @throws IllegalArgumentException if a dialect is unknown
     */
    public Translated response(String from, String to, String json, ReplyPlan plan) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        ChatResponse response =
                dialects.get(from).responseDecoder().decode(body, new ReplySource(from, "", null, plan));
        Losses losses = new Losses();
        byte[] encoded = dialects.get(to)
                .responseEncoder()
                .encode(response, EncodeContext.toClient(losses, ReplyShape.DEFAULT, null));
        return new Translated(encoded, losses.toList());
    }

    /**
     * A streamed answer from one dialect to another. A source that is cut ends in the target's error.
     *
     * @throws IllegalArgumentException if a dialect is unknown
     */
    public Translated stream(String from, String to, byte[] stream) {
        return stream(from, to, stream, ReplyPlan.NONE);
    }

    /**
     * A streamed answer from one dialect to another. A source that is cut ends in the target's error.
     *
     * @param plan what was disguised in the request ({@link Translated#plan()})
     * @throws IllegalArgumentException if a dialect is unknown
     */
    public Translated stream(String from, String to, byte[] stream, ReplyPlan plan) {
        Losses losses = new Losses();
        WireBuffer out = new WireBuffer(stream.length + 256);
        StreamEncoder encoder =
                dialects.get(to).streamEncoder(EncodeContext.toClient(losses, ReplyShape.DEFAULT, null));
        events(from, stream, plan, event -> encoder.encode(event, out));
        return new Translated(out.toBytes(), losses.toList());
    }

    /**
     * A streamed answer as events, a terminal one included.
     *
     * @throws IllegalArgumentException if the dialect is unknown
     */
    public void events(String from, byte[] stream, Consumer<? super ChatEvent> out) {
        events(from, stream, ReplyPlan.NONE, out);
    }

    private void events(String from, byte[] stream, ReplyPlan plan, Consumer<? super ChatEvent> out) {
        Dialect source = dialects.get(from);
        FrameDecoder frames = source.frameDecoder();
        StreamDecoder decoder = source.streamDecoder(new ReplySource(from, "", null, plan));
        try {
            frames.feed(stream, 0, stream.length, frame -> decoder.decode(frame, out));
            frames.end(frame -> decoder.decode(frame, out));
        } catch (ChatException e) {
            out.accept(new ChatEvent.StreamFailed(e.error()));
            return;
        }
        decoder.end(out);
    }

    /**
     * An error body from one dialect to another.
     *
     * @param status the HTTP status it came with
     * @throws IllegalArgumentException if a dialect is unknown
     */
    public Translated error(String from, String to, int status, String json) {
        ChatError error = dialects.get(from).errors().decode(status, Map.of(), json.getBytes(StandardCharsets.UTF_8));
        return new Translated(dialects.get(to).errors().encode(error).body(), List.of());
    }

    /** Losses with their paths in the terms of the dialect that a request came from. */
    public static List<Loss> locate(Dialect source, ChatRequest request, List<Loss> losses) {
        return losses.stream()
                .map(loss -> loss.withPath(source.requestPaths().locate(request, loss.path())))
                .toList();
    }
}
