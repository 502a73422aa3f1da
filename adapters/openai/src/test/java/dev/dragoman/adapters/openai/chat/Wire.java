// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

import dev.dragoman.dialect.DecodedRequest;
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
    static final OpenAiChatDialect DIALECT = new OpenAiChatDialect();
    static final ReplySource SOURCE = new ReplySource("openai", "gpt-x", null);

    private Wire() {}

    /** JSON with single quotes for double ones, which reads better in Java. */
    static byte[] json(String quoted) {
        return quoted.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    static DecodedRequest decode(String quoted) {
        return DIALECT.requestDecoder().decode(WireRequest.of(json(quoted)));
    }

    /** A request with these members beside a model and a message. */
    static ChatRequest withMembers(String quoted) {
        return decode("{'model':'m','messages':[{'role':'user','content':'x'}]," + quoted + "}")
                .request();
    }

    static ChatRequest withMessages(String quoted) {
        return decode("{'model':'m','messages':[" + quoted + "]}").request();
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
                        .encode(request, EncodeContext.toVendor(losses, "openai"))
                        .body(),
                StandardCharsets.UTF_8);
    }

    static ChatResponse response(String quoted) {
        return DIALECT.responseDecoder().decode(json(quoted), SOURCE);
    }

    /** The events of a stream of these chunks; an end mark is added. */
    static List<ChatEvent> events(String... chunks) {
        StringBuilder stream = new StringBuilder();
        for (String chunk : chunks) {
            stream.append("data: ").append(chunk.replace('\'', '"')).append("\n\n");
        }
        return eventsOf(stream.append("data: [DONE]\n\n").toString());
    }

    static List<ChatEvent> eventsOf(String stream) {
        List<ChatEvent> events = new ArrayList<>();
        EventGrammar grammar = new EventGrammar();
        new Translator(Dialects.of(DIALECT))
                .events(OpenAiChatDialect.ID, stream.getBytes(StandardCharsets.UTF_8), event -> {
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

    /** A chunk with this delta of choice 0. */
    static String delta(String quoted) {
        return "{'id':'c1','object':'chat.completion.chunk','created':1,'model':'m','choices':[{'index':0,'delta':"
                + quoted + ",'finish_reason':null}]}";
    }

    static String finish(String reason) {
        return "{'id':'c1','object':'chat.completion.chunk','created':1,'model':'m','choices':[{'index':0,'delta':{},'finish_reason':'"
                + reason + "'}]}";
    }

    /** The stream that these events are written as. */
    static String stream(ReplyShape shape, Losses losses, List<ChatEvent> events) {
        WireBuffer out = new WireBuffer(256);
        var encoder = DIALECT.streamEncoder(context(shape, losses));
        events.forEach(event -> encoder.encode(event, out));
        return new String(out.toBytes(), StandardCharsets.UTF_8);
    }

    static EncodeContext context(ReplyShape shape, Losses losses) {
        return new EncodeContext(
                losses,
                shape,
                null,
                "openai/m",
                () -> "id1",
                InstantSource.fixed(Instant.ofEpochSecond(1_790_000_000)));
    }
}
