// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.benchmarks;

import dev.dragoman.adapters.openai.chat.OpenAiChatDialect;
import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.ReplyShape;
import dev.dragoman.dialect.ReplySource;
import dev.dragoman.dialect.StreamDecoder;
import dev.dragoman.dialect.StreamEncoder;
import dev.dragoman.framing.FrameDecoder;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.Losses;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
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
    private final byte[] chunk = Payloads.chunk();
    private final byte[] event =
            ("data: " + new String(chunk, StandardCharsets.UTF_8) + "\n\n").getBytes(StandardCharsets.UTF_8);
    private final WireBuffer out = new WireBuffer(4096);
    private FrameDecoder frames = new OpenAiChatDialect().frameDecoder();
    private StreamDecoder decoder = new OpenAiChatDialect().streamDecoder(new ReplySource("openai", "gpt-x", null));
    private StreamEncoder encoder = encoder(new OpenAiChatDialect());

    /** Begins a stream. */
    @Setup
    public void setUp() {
        Dialect dialect = new OpenAiChatDialect();
        frames = dialect.frameDecoder();
        decoder = dialect.streamDecoder(new ReplySource("openai", "gpt-x", null));
        encoder = encoder(dialect);
    }

    private static StreamEncoder encoder(Dialect dialect) {
        return dialect.streamEncoder(EncodeContext.toClient(new Losses(), ReplyShape.DEFAULT, null));
    }

    /** The floor. */
    @Benchmark
    public byte[] tokenCopy() throws IOException {
        return TokenCopy.copy(chunk);
    }

    /** Frame to event to frame. */
    @Benchmark
    public int translate() {
        out.reset();
        frames.feed(event, 0, event.length, frame -> decoder.decode(frame, e -> encoder.encode(e, out)));
        return out.size();
    }
}
