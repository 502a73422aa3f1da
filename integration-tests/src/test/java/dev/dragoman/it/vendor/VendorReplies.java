// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.it.vendor;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Ways to answer, good and bad. */
public final class VendorReplies {
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
    private static final String DONE = "[DONE]";
    private static final Duration KEEP_ALIVE = Duration.ofMillis(50);

    private VendorReplies() {}

    /** A whole answer. */
    public static VendorReply whole(JsonObject body) {
        return whole(body.encode());
    }

    /** A whole answer of this text, JSON or not. */
    public static VendorReply whole(String body) {
        return exchange -> exchange.answer(200, JSON, Buffer.buffer(body));
    }

    /** A whole answer, compressed. */
    public static VendorReply gzipped(JsonObject body) {
        return exchange -> exchange.answer(
                200,
                Map.of("Content-Type", "application/json", "Content-Encoding", "gzip"),
                gzip(body.encode().getBytes(StandardCharsets.UTF_8)));
    }

    /** A streamed answer of these chunks and {@code [DONE]}. */
    public static VendorReply stream(List<JsonObject> chunks) {
        return exchange -> {
            begin(exchange, chunks);
            exchange.frame(DONE);
            exchange.end();
        };
    }

    /** A streamed answer, compressed. */
    public static VendorReply gzippedStream(List<JsonObject> chunks) {
        StringBuilder body = new StringBuilder();
        chunks.forEach(chunk -> body.append("data: ").append(chunk.encode()).append("\n\n"));
        body.append("data: [DONE]\n\n");
        Map<String, String> headers = Map.of("Content-Type", "text/event-stream", "Content-Encoding", "gzip");
        return exchange -> exchange.answer(200, headers, gzip(body.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** The bytes of a stream as they are. */
    public static VendorReply streamOf(String bytes) {
        return exchange -> {
            exchange.begin();
            exchange.write(bytes);
            exchange.end();
        };
    }

    /** A stream without {@code [DONE]}. */
    public static VendorReply unterminated(List<JsonObject> chunks) {
        return exchange -> {
            begin(exchange, chunks);
            exchange.end();
        };
    }

    /** Some chunks, and after the gate has opened the rest. */
    public static VendorReply gated(List<JsonObject> before, Gate gate, List<JsonObject> after) {
        return exchange -> {
            begin(exchange, before);
            gate.whenOpen(() -> exchange.run(() -> {
                after.forEach(chunk -> exchange.frame(chunk.encode()));
                exchange.frame(DONE);
                exchange.end();
            }));
        };
    }

    /** Some chunks, and after the gate has opened the connection breaks. */
    public static VendorReply cut(List<JsonObject> chunks, Gate gate) {
        return exchange -> {
            begin(exchange, chunks);
            gate.whenOpen(() -> exchange.run(exchange::cut));
        };
    }

    /** Some chunks and then nothing more, for ever. */
    public static VendorReply stalled(List<JsonObject> chunks) {
        return exchange -> begin(exchange, chunks);
    }

    /** Some chunks and then one that is not JSON; the stream then goes on as if nothing had happened. */
    public static VendorReply malformed(List<JsonObject> chunks) {
        return exchange -> {
            begin(exchange, chunks);
            exchange.frame("{\"id\":\"chatcmpl-1\",\"choices\":[{\"index\":0,\"del");
            exchange.frame(DONE);
            exchange.end();
        };
    }

    /** Chunks as fast as the connection takes them, this many times, and then the end. */
    public static VendorReply flood(JsonObject chunk, int times, List<JsonObject> end) {
        return exchange -> {
            exchange.begin();
            pump(exchange, chunk.encode(), times, end);
        };
    }

    /** An error in OpenAI's envelope. */
    public static VendorReply error(int status, JsonObject envelope, Map<String, String> headers) {
        return exchange -> {
            JSON.forEach(exchange.response()::putHeader);
            exchange.answer(status, headers, envelope.toBuffer());
        };
    }

    /** An error with a body that is not JSON, as proxies send it. */
    public static VendorReply htmlError(int status) {
        return exchange -> exchange.answer(
                status, Map.of("Content-Type", "text/html"), Buffer.buffer("<html><h1>Bad Gateway</h1></html>"));
    }

    /** Another status than 200 without a body, such as a redirection. */
    public static VendorReply bare(int status, Map<String, String> headers) {
        return exchange -> exchange.answer(status, headers, Buffer.buffer());
    }

    /** Some chunks and then comments for ever, as proxies send them to keep a connection open. */
    public static VendorReply keptAlive(List<JsonObject> chunks) {
        return exchange -> {
            begin(exchange, chunks);
            exchange.repeat(KEEP_ALIVE, () -> exchange.write(": keep-alive\n\n"));
        };
    }

    /** The connection breaks before anything was said. */
    public static VendorReply reset() {
        return VendorExchange::cut;
    }

    /** Nothing at all, for ever. */
    public static VendorReply silence() {
        return exchange -> {};
    }

    private static void begin(VendorExchange exchange, List<JsonObject> chunks) {
        exchange.begin();
        chunks.forEach(chunk -> exchange.frame(chunk.encode()));
    }

    private static void pump(VendorExchange exchange, String chunk, int times, List<JsonObject> end) {
        int left = times;
        while (left > 0 && !exchange.isGone()) {
            if (exchange.blocked()) {
                int rest = left;
                exchange.response().drainHandler(nothing -> pump(exchange, chunk, rest, end));
                return;
            }
            exchange.frame(chunk);
            left--;
        }
        if (!exchange.isGone()) {
            end.forEach(last -> exchange.frame(last.encode()));
            exchange.frame(DONE);
            exchange.end();
        }
    }

    private static Buffer gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Buffer.buffer(out.toByteArray());
    }
}
