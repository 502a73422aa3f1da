// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cross;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.ReplyShape;
import dev.dragoman.dialect.ReplySource;
import dev.dragoman.dialect.StreamDecoder;
import dev.dragoman.dialect.StreamEncoder;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.framing.FrameDecoder;
import dev.dragoman.json.RawJson;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.ChatRequestBuilder;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.model.tool.FunctionTool;
import dev.dragoman.translate.Dialects;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Translations stay cheap. Counts the bytes that a translation allocates, which does not depend on how fast or how busy the machine
 * is. The bounds are about three times what the most expensive pair needed when they were set: they catch what makes a
 * translation several times dearer, such as a tree in between or a body read once for each of its fields.
 */
class AllocationTest {
    private static final int WARM_UP = 20;
    private static final int ROUNDS = 20;
    private static final long PLAIN_REQUEST = 40_000;
    private static final long LONG_REQUEST = 1_300_000;
    private static final long RESPONSE = 52_000;
    private static final long TOKEN = 20_000;

    private static final Dialects DIALECTS = Dialects.load(AllocationTest.class.getClassLoader());
    private static final ChatResponse ANSWER = DIALECTS.get("openai-chat")
            .responseDecoder()
            .decode(
                    ("{\"id\":\"id-1\",\"object\":\"chat.completion\",\"created\":1790000000,\"model\":\"model\",\"choices\":"
                                    + "[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\""
                                    + "The capital is Oslo. ".repeat(20)
                                    + "\"},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":9,"
                                    + "\"completion_tokens\":80,\"total_tokens\":89}}")
                            .getBytes(StandardCharsets.UTF_8),
                    new ReplySource("openai-chat", "model", null));
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    static Stream<Arguments> pairs() {
        List<String> ids = DIALECTS.all().stream().map(Dialect::id).toList();
        return ids.stream().flatMap(from -> ids.stream().map(to -> Arguments.of(from, to)));
    }

    private static long bytes(Runnable operation) {
        for (int i = 0; i < WARM_UP; i++) {
            operation.run();
        }
        long thread = Thread.currentThread().getId();
        long before = THREADS.getThreadAllocatedBytes(thread);
        for (int i = 0; i < ROUNDS; i++) {
            operation.run();
        }
        return (THREADS.getThreadAllocatedBytes(thread) - before) / ROUNDS;
    }

    private static WireRequest wire(Dialect dialect, ChatRequest request) {
        byte[] body = dialect.requestEncoder()
                .encode(request, EncodeContext.toVendor(new Losses(), dialect.id()))
                .body();
        return new WireRequest(body, request.model(), request.stream(), Map.of());
    }

    private static long requestBytes(String from, String to, ChatRequest request) {
        Dialect client = DIALECTS.get(from);
        Dialect vendor = DIALECTS.get(to);
        WireRequest wire = wire(client, request);
        return bytes(() -> vendor.requestEncoder()
                .encode(
                        client.requestDecoder().decode(wire).request(),
                        EncodeContext.toVendor(new Losses(), vendor.id())));
    }

    private static ChatRequest longRequest() {
        ChatRequestBuilder request = ChatRequest.builder("model").system("Be brief. ".repeat(100));
        RawJson schema = RawJson.parse("{\"type\":\"object\",\"properties\":{\"city\":{\"type\":\"string\"},\"days\":"
                + "{\"type\":\"integer\",\"minimum\":1,\"maximum\":14}},\"required\":[\"city\",\"days\"],"
                + "\"additionalProperties\":false}");
        for (int i = 0; i < 20; i++) {
            request.user("A question with \"quotes\" and lines.\n".repeat(30))
                    .assistant("An answer. ".repeat(60))
                    .tool(new FunctionTool("tool_" + i, "Looks it up.", schema, null, null, Extensions.NONE));
        }
        return request.user("Go on.").build();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void a_request_costs_no_more_than_it_may(String from, String to) {
        ChatRequest plain = ChatRequest.builder("model")
                .system("You are a helpful assistant.")
                .user("What is the capital of Norway?")
                .temperature(0.2)
                .maxOutputTokens(256L)
                .build();
        assertThat(requestBytes(from, to, plain)).isLessThan(PLAIN_REQUEST);
        assertThat(requestBytes(from, to, longRequest())).isLessThan(LONG_REQUEST);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void an_answer_and_a_token_cost_no_more_than_they_may(String from, String to) {
        Dialect client = DIALECTS.get(from);
        Dialect vendor = DIALECTS.get(to);
        StreamSample sample = new StreamSample(vendor);
        byte[] body = vendor.responseEncoder().encode(ANSWER, toClient());
        assertThat(bytes(() -> client.responseEncoder()
                        .encode(vendor.responseDecoder().decode(body, source(vendor)), toClient())))
                .isLessThan(RESPONSE);
        assertThat(sample.tokenBytes(client)).isLessThan(TOKEN);
    }

    private static EncodeContext toClient() {
        return EncodeContext.toClient(new Losses(), ReplyShape.DEFAULT, "model");
    }

    private static ReplySource source(Dialect vendor) {
        return new ReplySource(vendor.id(), "model", null);
    }

    /** A stream of one vendor that has begun. */
    private static final class StreamSample {
        private final Dialect vendor;
        private final byte[] head;
        private final byte[] token;

        StreamSample(Dialect vendor) {
            this.vendor = vendor;
            StreamEncoder encoder = vendor.streamEncoder(toClient());
            WireBuffer out = new WireBuffer(1024);
            encoder.encode(new ChatEvent.ResponseStarted("id-1", "model", 1_790_000_000L, null, null), out);
            encoder.encode(new ChatEvent.PartStarted(0, 0, Text.of("")), out);
            encoder.encode(new ChatEvent.TextDelta(0, 0, "The"), out);
            head = out.toBytes();
            out.reset();
            encoder.encode(new ChatEvent.TextDelta(0, 0, " capital"), out);
            token = out.toBytes();
        }

        long tokenBytes(Dialect client) {
            FrameDecoder frames = vendor.frameDecoder();
            StreamDecoder decoder = vendor.streamDecoder(source(vendor));
            StreamEncoder encoder = client.streamEncoder(toClient());
            WireBuffer out = new WireBuffer(4096);
            frames.feed(head, 0, head.length, frame -> decoder.decode(frame, event -> encoder.encode(event, out)));
            return bytes(() -> {
                out.reset();
                frames.feed(
                        token, 0, token.length, frame -> decoder.decode(frame, event -> encoder.encode(event, out)));
                assertThat(out.isEmpty()).isFalse();
            });
        }
    }
}
