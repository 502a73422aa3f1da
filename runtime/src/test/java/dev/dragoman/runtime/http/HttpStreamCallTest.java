// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.http;

import static dev.dragoman.runtime.http.ScriptedVendor.DONE;
import static dev.dragoman.runtime.http.ScriptedVendor.STREAM_HEAD;
import static dev.dragoman.runtime.http.ScriptedVendor.chunk;
import static dev.dragoman.runtime.http.ScriptedVendor.delta;
import static dev.dragoman.runtime.http.ScriptedVendor.finish;
import static dev.dragoman.runtime.http.VendorFixture.LONG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.event.ResponseAssembler;
import io.vertx.core.net.NetSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpStreamCallTest {
    private static final Duration SHORT = Duration.ofMillis(150);

    private final VendorFixture fixture = new VendorFixture();
    private ScriptedVendor vendor;

    @AfterEach
    void close() throws Exception {
        vendor.close();
        fixture.close();
    }

    private RecordingStream stream(Consumer<NetSocket> script, VendorSettings.Limits limits) throws Exception {
        vendor = new ScriptedVendor(fixture.vertx, script);
        return fixture.stream(VendorFixture.call(fixture.provider(vendor.baseUrl(), limits), true));
    }

    private RecordingStream stream(String... pieces) throws Exception {
        return stream(socket -> List.of(pieces).forEach(socket::write), VendorFixture.limits(LONG, LONG, LONG));
    }

    private static ChatError failure(RecordingStream stream) throws Exception {
        return ((ChatEvent.StreamFailed) stream.last()).error();
    }

    @Test
    void delivers_frames_and_their_events() throws Exception {
        RecordingStream stream = stream(STREAM_HEAD, delta("a"), delta("b") + finish(), DONE);
        ResponseAssembler assembler = new ResponseAssembler();
        stream.events().forEach(assembler);
        assertThat(assembler.response().text()).isEqualTo("ab");
        assertThat(stream.frames()).hasSize(4).last().isEqualTo("[DONE]");
    }

    @Test
    void a_connection_is_used_again_though_its_end_comes_late() throws Exception {
        vendor = new ScriptedVendor(fixture.vertx, socket -> {
            socket.write(STREAM_HEAD + delta("a") + finish() + chunk("data: [DONE]\n\n"));
            socket.write("0\r\n\r\n");
        });
        var provider = fixture.provider(vendor.baseUrl(), VendorFixture.limits(LONG, LONG, LONG));
        var context = fixture.vertx.getOrCreateContext();
        RecordingStream first = new RecordingStream(context, true);
        first.start(VendorFixture.call(provider, true));
        first.events();
        // The end of the body may still be on its way: the next request then takes a second connection, and the third
        // the first.
        for (int i = 0; i < 10; i++) {
            RecordingStream next = new RecordingStream(context, true);
            next.start(VendorFixture.call(provider, true));
            assertThat(next.last()).isInstanceOf(ChatEvent.ResponseEnded.class);
        }
        assertThat(vendor.connections()).isLessThanOrEqualTo(2);
    }

    @Test
    void a_stream_without_its_end_mark_is_complete_if_every_choice_said_why_it_ended() throws Exception {
        assertThat(stream(STREAM_HEAD, delta("a"), finish(), "0\r\n\r\n").last())
                .isInstanceOf(ChatEvent.ResponseEnded.class);
    }

    /** Pitfall 38. */
    @Test
    void a_cut_stream_is_a_failure() throws Exception {
        RecordingStream cut = stream(
                socket -> socket.write(STREAM_HEAD + delta("a")).onComplete(written -> socket.close()),
                VendorFixture.limits(LONG, LONG, LONG));
        assertThat(failure(cut).kind()).isEqualTo(ErrorKind.UPSTREAM);
        assertThat(failure(cut).message()).contains("'acme'").doesNotContain("localhost");
    }

    @Test
    void a_stream_that_ends_too_early_is_a_failure() throws Exception {
        assertThat(failure(stream(STREAM_HEAD, delta("a"), "0\r\n\r\n")).kind()).isEqualTo(ErrorKind.UPSTREAM);
    }

    @Test
    void a_stalled_stream_is_a_failure_and_its_connection_is_closed() throws Exception {
        RecordingStream stalled =
                stream(socket -> socket.write(STREAM_HEAD + delta("a")), VendorFixture.limits(LONG, SHORT, LONG));
        assertThat(failure(stalled).kind()).isEqualTo(ErrorKind.TIMEOUT);
        assertThat(failure(stalled).message()).contains("did not go on").contains("150 ms");
        vendor.closed().get(5, TimeUnit.SECONDS);
    }

    @Test
    void a_stream_that_does_not_begin_is_a_failure() throws Exception {
        assertThat(failure(stream(socket -> {}, VendorFixture.limits(SHORT, LONG, LONG)))
                        .message())
                .contains("did not begin");
        vendor.closed().get(5, TimeUnit.SECONDS);
    }

    /** Pitfall 44: progress means content. */
    @Test
    void keep_alives_are_no_progress() throws Exception {
        RecordingStream idle = stream(
                socket -> {
                    socket.write(STREAM_HEAD + delta("a"));
                    fixture.vertx.setPeriodic(20, timer -> socket.write(chunk(": keep-alive\n\n")));
                },
                VendorFixture.limits(LONG, SHORT, LONG));
        assertThat(failure(idle).kind()).isEqualTo(ErrorKind.TIMEOUT);
    }

    @Test
    void time_in_which_nobody_reads_is_not_the_vendors() throws Exception {
        vendor = new ScriptedVendor(
                fixture.vertx,
                socket -> socket.write(STREAM_HEAD + delta("a"))
                        .onComplete(written ->
                                fixture.vertx.setTimer(400, timer -> socket.write(delta("b") + finish() + DONE))));
        RecordingStream stream = fixture.unread(
                VendorFixture.call(fixture.provider(vendor.baseUrl(), VendorFixture.limits(LONG, SHORT, LONG)), true));
        stream.awaitContent();
        CompletableFuture<Void> later = new CompletableFuture<>();
        fixture.vertx.setTimer(500, timer -> later.complete(null));
        later.get(5, TimeUnit.SECONDS);
        stream.read();
        assertThat(stream.last()).isInstanceOf(ChatEvent.ResponseEnded.class);
    }

    @Test
    void an_unreadable_frame_is_a_failure() throws Exception {
        RecordingStream unreadable = stream(STREAM_HEAD, delta("a"), chunk("data: {oops\n\n"));
        assertThat(failure(unreadable).kind()).isEqualTo(ErrorKind.UPSTREAM);
        assertThat(failure(unreadable).message()).contains("'acme'");
    }

    @Test
    void a_refusal_is_a_failure_with_what_the_vendor_said() throws Exception {
        ChatError refused = failure(stream(ScriptedVendor.whole(
                "429 Slow", "{\"error\":{\"message\":\"slow down\",\"code\":\"rate_limit_exceeded\"}}")));
        assertThat(refused.kind()).isEqualTo(ErrorKind.RATE_LIMIT);
        assertThat(refused.message()).isEqualTo("slow down");
        assertThat(refused.retryAfter()).isEqualTo(Duration.ofSeconds(7));
        assertThat(refused.requestId()).isEqualTo("vendor-1");
    }

    @Test
    void an_answer_that_is_not_streamed_is_told_as_a_stream() throws Exception {
        RecordingStream stream = stream(ScriptedVendor.answer("whole"));
        ResponseAssembler assembler = new ResponseAssembler();
        stream.events().forEach(assembler);
        assertThat(assembler.response().text()).isEqualTo("whole");
        assertThat(stream.frames()).isEmpty();
    }

    /** Pitfall 40. */
    @Test
    void cancelling_closes_the_vendors_connection() throws Exception {
        RecordingStream stream =
                stream(socket -> socket.write(STREAM_HEAD + delta("a")), VendorFixture.limits(LONG, LONG, LONG));
        stream.awaitContent();
        stream.cancel();
        vendor.closed().get(5, TimeUnit.SECONDS);
        assertThat(stream.ended()).isNotDone();
    }

    @Test
    void cancelling_before_the_answer_closes_the_connection() throws Exception {
        RecordingStream stream = stream(socket -> {}, VendorFixture.limits(LONG, LONG, LONG));
        assertThat(vendor.request()).isNotNull();
        stream.cancel();
        vendor.closed().get(5, TimeUnit.SECONDS);
    }

    @Test
    void nothing_is_delivered_that_was_not_asked_for() throws Exception {
        vendor = new ScriptedVendor(
                fixture.vertx,
                socket -> socket.write(STREAM_HEAD)
                        .compose(head -> socket.write(delta("a")))
                        .compose(one -> socket.write(delta("b") + finish() + DONE)));
        RecordingStream stream = fixture.unread(
                VendorFixture.call(fixture.provider(vendor.baseUrl(), VendorFixture.limits(LONG, LONG, LONG)), true));
        stream.awaitContent();
        assertThat(stream.ended()).isNotDone();
        stream.read();
        assertThat(stream.last()).isInstanceOf(ChatEvent.ResponseEnded.class);
    }

    @Test
    void a_reader_that_does_not_read_slows_the_vendor() throws Exception {
        int pieces = 10_000;
        String piece = delta("x".repeat(10_000));
        AtomicInteger written = new AtomicInteger();
        vendor = new ScriptedVendor(fixture.vertx, socket -> {
            socket.write(STREAM_HEAD);
            flood(socket, piece, pieces, written);
        });
        RecordingStream stream = fixture.unread(
                VendorFixture.call(fixture.provider(vendor.baseUrl(), VendorFixture.limits(LONG, LONG, LONG)), true));
        stream.awaitContent();
        standstill(written).get(20, TimeUnit.SECONDS);
        assertThat(written).hasValueLessThan(pieces / 2);
        stream.read();
        assertThat(stream.last()).isInstanceOf(ChatEvent.ResponseEnded.class);
        assertThat(stream.frames()).hasSize(pieces + 2);
    }

    /** Writes as fast as it is taken. */
    private static void flood(NetSocket socket, String piece, int pieces, AtomicInteger written) {
        while (written.get() < pieces) {
            if (socket.writeQueueFull()) {
                socket.drainHandler(now -> flood(socket, piece, pieces, written));
                return;
            }
            socket.write(piece);
            written.incrementAndGet();
        }
        socket.write(finish() + DONE);
    }

    /** Completes when the number has not grown for a while. */
    private CompletableFuture<Void> standstill(AtomicInteger number) {
        CompletableFuture<Void> reached = new CompletableFuture<>();
        AtomicInteger before = new AtomicInteger(-1);
        AtomicInteger still = new AtomicInteger();
        fixture.vertx.setPeriodic(50, timer -> {
            still.set(before.getAndSet(number.get()) == number.get() ? still.get() + 1 : 0);
            if (still.get() == 5) {
                fixture.vertx.cancelTimer(timer);
                reached.complete(null);
            }
        });
        return reached;
    }
}
