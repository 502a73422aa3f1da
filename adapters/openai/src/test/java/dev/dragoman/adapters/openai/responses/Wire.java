// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.responses;

import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.ReplyShape;
import dev.dragoman.dialect.ReplySource;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.event.EventGrammar;
import dev.dragoman.model.event.ResponseAssembler;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.translate.Dialects;
import dev.dragoman.translate.Translator;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Short ways from text to values and back. */
final class Wire {
    static final OpenAiResponsesDialect DIALECT = new OpenAiResponsesDialect();
    private static final ReplySource SOURCE = new ReplySource("openai-responses", "gpt-x", null);

    private Wire() {}

    /** JSON with single quotes for double ones, which reads better in Java. */
    static byte[] json(String quoted) {
        return quoted.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    static ChatRequest decode(String quoted) {
        return DIALECT.requestDecoder().decode(WireRequest.of(json(quoted))).request();
    }

    /** A request with these members beside a model and a question. */
    static ChatRequest withMembers(String quoted) {
        return decode("{'model':'m','input':'x'" + quoted + "}");
    }

    static ChatRequest withInput(String items) {
        return decode("{'model':'m','input':[" + items + "]}");
    }

    static ChatError refused(String quoted) {
        try {
            decode(quoted);
        } catch (ChatException e) {
            return e.error();
        }
        throw new AssertionError("accepted: " + quoted);
    }

    static String encode(ChatRequest request, Losses losses) {
        return new String(
                DIALECT.requestEncoder()
                        .encode(request, EncodeContext.toVendor(losses, "openai-responses"))
                        .body(),
                StandardCharsets.UTF_8);
    }

    static String forward(String quoted, Losses losses) {
        return new String(
                DIALECT.requestForwarder()
                        .forward(
                                WireRequest.of(json(quoted)),
                                "m",
                                false,
                                EncodeContext.toVendor(losses, "openai-responses"))
                        .body(),
                StandardCharsets.UTF_8);
    }

    static ChatResponse response(String quoted) {
        return DIALECT.responseDecoder().decode(json(quoted), SOURCE);
    }

    static String told(ChatResponse response) {
        return new String(
                DIALECT.responseEncoder().encode(response, context(ReplyShape.DEFAULT, new Losses())),
                StandardCharsets.UTF_8);
    }

    /** The events of a stream of these events of the wire. */
    static List<ChatEvent> events(String... quoted) {
        StringBuilder stream = new StringBuilder();
        for (String event : quoted) {
            stream.append("data: ").append(event.replace('\'', '"')).append("\n\n");
        }
        List<ChatEvent> events = new ArrayList<>();
        EventGrammar grammar = new EventGrammar();
        new Translator(Dialects.of(DIALECT))
                .events(OpenAiResponsesDialect.ID, stream.toString().getBytes(StandardCharsets.UTF_8), event -> {
                    grammar.accept(event);
                    events.add(event);
                });
        grammar.end();
        return events;
    }

    static ChatResponse fold(List<ChatEvent> events) {
        ResponseAssembler assembler = new ResponseAssembler();
        events.forEach(assembler);
        return assembler.response();
    }

    /** The stream that these events are written as. */
    static String stream(ReplyShape shape, List<ChatEvent> events) {
        WireBuffer out = new WireBuffer(256);
        var encoder = DIALECT.streamEncoder(context(shape, new Losses()));
        events.forEach(event -> encoder.encode(event, out));
        return new String(out.toBytes(), StandardCharsets.UTF_8);
    }

    private static EncodeContext context(ReplyShape shape, Losses losses) {
        return new EncodeContext(
                losses,
                shape,
                null,
                "openai/m",
                () -> "id1",
                InstantSource.fixed(Instant.ofEpochSecond(1_790_000_000)));
    }
}
