// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dragoman.adapters.openai.chat.OpenAiChatDialect;
import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.ReplyShape;
import dev.dragoman.dialect.ReplySource;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.response.ChatResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Decode and encode of whole bodies, beside the token copy and a Jackson tree of the same bytes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class TranslationBenchmark {
    private static final ObjectMapper TREES = new ObjectMapper();

    private final Dialect dialect = new OpenAiChatDialect();

    /** Which body. */
    @Param({"small", "long", "image", "response"})
    public String body = "";

    private byte[] json = new byte[0];

    /** Makes the body. */
    @Setup
    public void setUp() {
        json = switch (body) {
            case "small" -> Payloads.smallRequest();
            case "long" -> Payloads.longRequest();
            case "image" -> Payloads.imageRequest();
            default -> Payloads.response();
        };
    }

    /** The floor. */
    @Benchmark
    public byte[] tokenCopy() throws IOException {
        return TokenCopy.copy(json);
    }

    /** The other strategy: a tree, which a mapping would still have to walk. */
    @Benchmark
    public byte[] tree() throws IOException {
        return TREES.writeValueAsBytes(TREES.readTree(json));
    }

    /** Decode to the canonical model and encode again. */
    @Benchmark
    public byte[] translate() {
        if (body.equals("response")) {
            ChatResponse response = dialect.responseDecoder().decode(json, new ReplySource("openai", "gpt-x", null));
            return dialect.responseEncoder()
                    .encode(response, EncodeContext.toClient(new Losses(), ReplyShape.DEFAULT, null));
        }
        var decoded = dialect.requestDecoder().decode(WireRequest.of(json));
        return dialect.requestEncoder()
                .encode(decoded.request(), EncodeContext.toVendor(new Losses(), "openai"))
                .body();
    }
}
