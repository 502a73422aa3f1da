// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.EncodeContext;
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

    /** Which body. */
    @Param({"small", "long", "image", "response"})
    public String body = "";

    /** The vendor's dialect; the client's is openai-chat. */
    @Param({"openai-chat", "anthropic-messages"})
    public String vendor = "";

    private Dialect client = Samples.dialect(Samples.CLIENT);
    private Dialect target = Samples.dialect(Samples.CLIENT);
    private byte[] json = new byte[0];

    /** Makes the body. */
    @Setup
    public void setUp() {
        client = Samples.dialect(Samples.CLIENT);
        target = Samples.dialect(vendor);
        json = switch (body) {
            case "small" -> Payloads.smallRequest();
            case "long" -> Payloads.longRequest();
            case "image" -> Payloads.imageRequest();
            default -> Samples.response(vendor);
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

    /** A request of the client to the vendor, or an answer of the vendor to the client: decode, encode. */
    @Benchmark
    public byte[] translate() {
        if (body.equals("response")) {
            ChatResponse response = target.responseDecoder().decode(json, Samples.source(vendor));
            return client.responseEncoder().encode(response, Samples.toClient());
        }
        var decoded = client.requestDecoder().decode(WireRequest.of(json));
        return target.requestEncoder()
                .encode(decoded.request(), EncodeContext.toVendor(new Losses(), vendor))
                .body();
    }
}
