// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit;

import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.EncodedRequest;
import dev.dragoman.dialect.ReplyShape;
import dev.dragoman.dialect.ReplySource;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.event.ResponseAssembler;
import dev.dragoman.model.event.ResponseReplay;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.testkit.model.Difference;
import dev.dragoman.testkit.model.ModelDiff;
import dev.dragoman.testkit.model.SampleContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries values over the wire and back: encode, decode, compare. */
final class Courier {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.ofEpochSecond(1_790_000_000L));

    private final DialectKit kit;
    private final Dialect dialect;
    private final SampleContext samples;
    private @Nullable ReplyShape shape;

    Courier(DialectKit kit) {
        this.kit = kit;
        this.dialect = kit.dialect();
        this.samples = new SampleContext(dialect.family(), kit.vendor(), kit::unknownJson);
    }

    DialectKit kit() {
        return kit;
    }

    Dialect dialect() {
        return dialect;
    }

    SampleContext samples() {
        return samples;
    }

    /** Where answers come from. */
    ReplySource source() {
        return new ReplySource(kit.vendor(), SampleContext.MODEL, "req_1");
    }

    /** Towards the vendor. The ids and the time are always the same. */
    EncodeContext toVendor(Losses losses) {
        return new EncodeContext(losses, ReplyShape.DEFAULT, kit.vendor(), null, new Ids(), CLOCK);
    }

    /** How a client wants its reply that wants everything. */
    ReplyShape shape() {
        if (shape == null) {
            shape = kit.replyShape();
        }
        return shape;
    }

    /** Towards a client that wants everything. */
    EncodeContext toClient(Losses losses) {
        return new EncodeContext(losses, shape(), null, SampleContext.MODEL, new Ids(), CLOCK);
    }

    /** A request to the vendor, read as if a client had sent it. */
    Trip<ChatRequest> request(ChatRequest request) {
        Losses losses = new Losses();
        EncodedRequest encoded;
        try {
            encoded = dialect.requestEncoder().encode(request, toVendor(losses));
        } catch (ChatException e) {
            return new Trip<>(request, "", losses.toList(), null, e, List.of());
        }
        String wire = encoded.path() + " " + text(encoded.body());
        ChatRequest decoded;
        try {
            decoded = dialect.requestDecoder()
                    .decode(kit.asClientRequest(encoded, request))
                    .request();
        } catch (ChatException e) {
            throw unreadable(e, wire);
        }
        List<Difference> differences = ModelDiff.between(kit.comparable(request), kit.comparable(decoded));
        return new Trip<>(
                request, wire, losses.toList(), decoded, null, Tolerance.ofRequests(differences, samples.own()));
    }

    /** A whole answer to a client, read as if a vendor had sent it. */
    Trip<ChatResponse> whole(ChatResponse response) {
        Losses losses = new Losses();
        byte[] body;
        try {
            body = dialect.responseEncoder().encode(response, toClient(losses));
        } catch (ChatException e) {
            return new Trip<>(response, "", losses.toList(), null, e, List.of());
        }
        try {
            ChatResponse decoded = dialect.responseDecoder().decode(body, source());
            return answered(response, text(body), losses, decoded);
        } catch (ChatException e) {
            throw unreadable(e, text(body));
        }
    }

    /** A streamed answer of whole parts. */
    Trip<ChatResponse> streamed(ChatResponse response) {
        List<ChatEvent> events = new ArrayList<>();
        ResponseReplay.replay(response, events::add);
        return streamed(response, events);
    }

    /** A streamed answer as these events tell it. */
    Trip<ChatResponse> streamed(ChatResponse response, List<ChatEvent> events) {
        Losses losses = new Losses();
        byte[] bytes = Streams.write(dialect, toClient(losses), events);
        Streams.Read read = Streams.read(dialect, source(), List.of(bytes));
        if (read.fault() != null) {
            throw new AssertionError("the decoder broke the grammar of events: " + read.fault() + "\n" + read.events()
                    + "\n  wire: " + text(bytes));
        }
        ResponseAssembler assembler = new ResponseAssembler();
        try {
            read.events().forEach(assembler);
            return answered(response, text(bytes), losses, assembler.response());
        } catch (ChatException e) {
            throw unreadable(e, text(bytes));
        }
    }

    private Trip<ChatResponse> answered(ChatResponse source, String wire, Losses losses, ChatResponse decoded) {
        List<Difference> differences = ModelDiff.between(kit.comparable(source), kit.comparable(decoded));
        return new Trip<>(source, wire, losses.toList(), decoded, null, Tolerance.ofResponses(differences));
    }

    private static AssertionError unreadable(ChatException e, String wire) {
        return new AssertionError("the decoder refuses what the encoder wrote: " + e.error() + "\n  wire: " + wire, e);
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Ids that are the same in each run. */
    private static final class Ids implements java.util.function.Supplier<String> {
        private int next;

        @Override
        public String get() {
            return "%032d".formatted(next++);
        }
    }
}
