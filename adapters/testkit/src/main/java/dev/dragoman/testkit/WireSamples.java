// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit;

import dev.dragoman.dialect.EncodedRequest;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Message;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.MediaSource;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.model.tool.FunctionTool;
import dev.dragoman.model.tool.ToolChoice;
import dev.dragoman.testkit.model.SampleContext;
import java.util.ArrayList;
import java.util.List;

/** Bodies of the dialect as we write them ourselves. */
final class WireSamples {
    private static final int RANDOM = 16;

    private final Courier courier;
    private final Corpus corpus;

    WireSamples(Courier courier, Corpus corpus) {
        this.courier = courier;
        this.corpus = corpus;
    }

    /**
     * A request as a client sends it.
     *
     * @param encoded what was written
     * @param request what was meant
     */
    record Sent(EncodedRequest encoded, ChatRequest request) {
        /** The request with another body, as our server gets it. */
        WireRequest with(DialectKit kit, byte[] body) {
            return kit.asClientRequest(new EncodedRequest(encoded.path(), encoded.headers(), body), request);
        }
    }

    /** A request with a bit of everything that is usual. */
    static ChatRequest usual() {
        ToolCall call = ToolCall.of("call_1", "get_weather", "{\"city\":\"Oslo\"}");
        return ChatRequest.builder(SampleContext.MODEL)
                .system("Be brief.")
                .user(Text.of("Weather here?"), Image.of(MediaSource.Url.of("https://example.com/a.png")))
                .message(Message.of(Role.ASSISTANT, List.of(Text.of("Let me look."), call)))
                .toolResult("call_1", "12 degrees")
                .user("And tomorrow?")
                .tool(FunctionTool.of("get_weather", "Tells the weather", "{\"type\":\"object\",\"properties\":{}}"))
                .toolChoice(ToolChoice.AUTO)
                .temperature(0.5)
                .topP(0.9)
                .maxOutputTokens(200L)
                .stop(List.of("END"))
                .build();
    }

    /** Requests, the usual one first. */
    List<Sent> requests() {
        List<ChatRequest> requests = new ArrayList<>(List.of(usual()));
        Corpus.seeds(RANDOM).forEach(seed -> requests.add(corpus.request(seed)));
        return sent(requests);
    }

    /** Requests in which every field of the model occurs, the usual one first. */
    List<Sent> ofEachField() {
        List<ChatRequest> requests = new ArrayList<>(List.of(usual()));
        corpus.requestFields().values().forEach(cases -> cases.forEach(value -> requests.add(value.value())));
        return sent(requests);
    }

    private List<Sent> sent(List<ChatRequest> requests) {
        List<Sent> sent = new ArrayList<>();
        for (ChatRequest request : requests) {
            try {
                sent.add(new Sent(
                        courier.dialect().requestEncoder().encode(request, courier.toVendor(new Losses())), request));
            } catch (ChatException e) {
                // There is nothing sensible to send for this one.
            }
        }
        return sent;
    }

    /** Whole answers. */
    List<byte[]> responses() {
        List<byte[]> bodies = new ArrayList<>();
        Corpus.seeds(RANDOM).forEach(seed -> {
            ChatResponse response = corpus.response(seed);
            bodies.add(courier.dialect().responseEncoder().encode(response, courier.toClient(new Losses())));
        });
        return bodies;
    }
}
