// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.json.SpelledBody;
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

    /** The client's dialect; any of those of {@link #vendor}. */
    @Param(Samples.CLIENT)
    public String client = "";

    /** The vendor's dialect. */
    @Param({
        "openai-chat",
        "openai-responses",
        "anthropic-messages",
        "gemini",
        "bedrock-converse",
        "cohere-v2",
        "mistral",
        "ollama"
    })
    public String vendor = "";

    private Dialect from = Samples.dialect(Samples.CLIENT);
    private Dialect to = Samples.dialect(Samples.CLIENT);
    private WireRequest request = WireRequest.of(new byte[0]);
    private byte[] json = new byte[0];

    /** Makes the body. */
    @Setup
    public void setUp() {
        from = Samples.dialect(client);
        to = Samples.dialect(vendor);
        if (body.equals("response")) {
            json = Samples.response(vendor);
        } else {
            request = Samples.request(client, body);
            json = request.body();
        }
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
            ChatResponse response = to.responseDecoder().decode(json, Samples.source(vendor));
            return from.responseEncoder().encode(response, Samples.toClient());
        }
        return SpelledBody.within(json, () -> {
            var decoded = from.requestDecoder().decode(request);
            return to.requestEncoder()
                    .encode(decoded.request(), EncodeContext.toVendor(new Losses(), vendor))
                    .body();
        });
    }
}
