// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.benchmarks;

import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.EncodedRequest;
import dev.dragoman.dialect.ReplyShape;
import dev.dragoman.dialect.ReplySource;
import dev.dragoman.dialect.StreamEncoder;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.translate.Dialects;
import java.util.Map;

/** The same requests and answers in the words of any dialect. */
final class Samples {
    static final String CLIENT = "openai-chat";

    private static final Dialects DIALECTS = Dialects.load(Samples.class.getClassLoader());

    private Samples() {}

    static Dialect dialect(String id) {
        return DIALECTS.get(id);
    }

    /**
     * A request.
     *
     * @param body which one: {@code small}, {@code long} or {@code image}
     */
    static WireRequest request(String dialect, String body) {
        byte[] json = switch (body) {
            case "small" -> Payloads.smallRequest();
            case "long" -> Payloads.longRequest();
            case "image" -> Payloads.imageRequest();
            default -> throw new IllegalArgumentException(body);
        };
        if (dialect.equals(CLIENT)) {
            return WireRequest.of(json);
        }
        ChatRequest request =
                dialect(CLIENT).requestDecoder().decode(WireRequest.of(json)).request();
        EncodedRequest encoded =
                dialect(dialect).requestEncoder().encode(request, EncodeContext.toVendor(new Losses(), dialect));
        return new WireRequest(encoded.body(), request.model(), request.stream(), Map.of());
    }

    /** A whole answer of a few sentences. */
    static byte[] response(String dialect) {
        byte[] body = Payloads.response();
        ChatResponse response = dialect(CLIENT).responseDecoder().decode(body, source(CLIENT));
        return dialect.equals(CLIENT)
                ? body
                : dialect(dialect).responseEncoder().encode(response, toClient());
    }

    /** What a vendor sends before the first token. */
    static byte[] head(String dialect) {
        WireBuffer out = new WireBuffer(1024);
        begin(dialect(dialect).streamEncoder(toClient()), out);
        return out.toBytes();
    }

    /** What a vendor sends for one token. */
    static byte[] token(String dialect) {
        WireBuffer out = new WireBuffer(1024);
        StreamEncoder encoder = dialect(dialect).streamEncoder(toClient());
        begin(encoder, out);
        out.reset();
        encoder.encode(new ChatEvent.TextDelta(0, 0, " capital"), out);
        return out.toBytes();
    }

    private static void begin(StreamEncoder encoder, WireBuffer out) {
        encoder.encode(new ChatEvent.ResponseStarted("id-1", "model-1", 1_790_000_000L, null, null), out);
        encoder.encode(new ChatEvent.PartStarted(0, 0, Text.of("")), out);
        encoder.encode(new ChatEvent.TextDelta(0, 0, "The"), out);
    }

    static EncodeContext toClient() {
        return EncodeContext.toClient(new Losses(), ReplyShape.DEFAULT, "model-1");
    }

    static ReplySource source(String dialect) {
        return new ReplySource(dialect, "model-1", null);
    }
}
