// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.benchmarks;

import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.StreamDecoder;
import dev.dragoman.dialect.StreamEncoder;
import dev.dragoman.framing.FrameDecoder;
import dev.dragoman.json.WireBuffer;
import java.io.IOException;
import java.util.Arrays;
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

/** One token of a stream: frame, decode, encode, beside the token copy of the chunk. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class StreamBenchmark {
    private final WireBuffer out = new WireBuffer(4096);

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

    private byte[] event = new byte[0];
    private byte[] payload = new byte[0];
    private FrameDecoder frames = Samples.dialect(Samples.CLIENT).frameDecoder();
    private StreamDecoder decoder = Samples.dialect(Samples.CLIENT).streamDecoder(Samples.source(Samples.CLIENT));
    private StreamEncoder encoder = Samples.dialect(Samples.CLIENT).streamEncoder(Samples.toClient());

    /** Begins a stream. */
    @Setup
    public void setUp() {
        Dialect dialect = Samples.dialect(vendor);
        frames = dialect.frameDecoder();
        decoder = dialect.streamDecoder(Samples.source(vendor));
        encoder = Samples.dialect(client).streamEncoder(Samples.toClient());
        event = Samples.token(vendor);
        dialect.frameDecoder()
                .feed(
                        event,
                        0,
                        event.length,
                        frame -> payload =
                                Arrays.copyOfRange(frame.buffer(), frame.offset(), frame.offset() + frame.length()));
        byte[] head = Samples.head(vendor);
        frames.feed(head, 0, head.length, frame -> decoder.decode(frame, e -> encoder.encode(e, out)));
    }

    /** The floor. */
    @Benchmark
    public byte[] tokenCopy() throws IOException {
        return TokenCopy.copy(payload);
    }

    /** Frame to event to frame. */
    @Benchmark
    public int translate() {
        out.reset();
        frames.feed(event, 0, event.length, frame -> decoder.decode(frame, e -> encoder.encode(e, out)));
        return out.size();
    }
}
