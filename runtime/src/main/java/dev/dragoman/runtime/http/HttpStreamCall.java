// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.http;

import dev.dragoman.dialect.StreamDecoder;
import dev.dragoman.framing.Frame;
import dev.dragoman.framing.FrameDecoder;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.event.ResponseReplay;
import dev.dragoman.runtime.Buffers;
import dev.dragoman.runtime.provider.StreamHandle;
import dev.dragoman.runtime.provider.StreamSink;
import io.vertx.core.buffer.Buffer;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A call under way that waits for a streamed answer. It delivers one batch for each chunk that it was asked for, watches the time
 * between pieces of content, and sees to it that the last event is a terminal one: a cut stream is never a success.
 */
final class HttpStreamCall implements StreamHandle, VendorListener {
    private static final Logger LOG = Logger.getLogger(HttpStreamCall.class);

    private final HttpCall call;
    private final StreamSink sink;
    private final VendorExchange exchange;
    private final ProgressWatch watch;
    private final Consumer<Frame> frames = this::frame;
    private final Consumer<ChatEvent> events = this::event;
    private @Nullable FrameDecoder framing;
    private @Nullable StreamDecoder decoder;
    private boolean wanted;
    private boolean ended;

    HttpStreamCall(HttpCall call, StreamSink sink) {
        this.call = call;
        this.sink = sink;
        this.exchange = new VendorExchange(
                call.client(), call.request(), true, call.dialect().errors(), this);
        VendorSettings.Limits limits = call.client().limits();
        this.watch = new ProgressWatch(call.client().vertx(), limits.firstToken(), limits.streamIdle(), this::expired);
    }

    void start() {
        watch.start();
        exchange.send();
    }

    @Override
    public void fetch() {
        if (!ended && !wanted) {
            wanted = true;
            watch.resume();
            exchange.fetch();
        }
    }

    @Override
    public void cancel() {
        if (!ended) {
            ended = true;
            watch.stop();
            exchange.cancel();
        }
    }

    @Override
    public void streamBegins(VendorReply reply) {
        framing = call.dialect().frameDecoder();
        decoder = call.dialect().streamDecoder(call.source(reply));
    }

    @Override
    public void chunk(Buffer bytes) {
        if (!ended) {
            batch(() -> Buffers.read(bytes, this::cut));
        }
    }

    @Override
    public void streamEnds() {
        FrameDecoder cutter = framing;
        StreamDecoder reader = decoder;
        if (ended || cutter == null || reader == null) {
            return;
        }
        batch(() -> {
            cutter.end(frames);
            if (!ended) {
                sink.frameBegins();
                reader.end(events);
                sink.frameEnds(null, reader.isRegular());
            }
            event(new ChatEvent.StreamFailed(call.client().faults().unfinished()));
        });
    }

    @Override
    public void whole(VendorReply reply, Buffer body) {
        if (!ended) {
            batch(() -> ResponseReplay.replay(new HttpAnswer(call, reply, body).decode(), events));
        }
    }

    @Override
    public void failed(ChatError error) {
        if (!ended) {
            batch(() -> event(new ChatEvent.StreamFailed(error)));
        }
    }

    private void expired() {
        String what = watch.hasBegun() ? "did not go on with its answer" : "did not begin its answer";
        failed(call.client().faults().late(what, watch.limit()));
    }

    /** Runs what makes events, then ends the batch. */
    private void batch(Runnable source) {
        wanted = false;
        try {
            source.run();
        } catch (ChatException e) {
            event(new ChatEvent.StreamFailed(call.client().faults().unreadable(e)));
        } catch (RuntimeException e) {
            LOG.errorf(
                    e,
                    "A stream of the provider '%s' could not be processed",
                    call.client().settings().name());
            event(new ChatEvent.StreamFailed(call.client().faults().internal()));
        }
        if (ended) {
            watch.stop();
        }
        sink.flush();
        if (!wanted) {
            watch.suspend();
        }
    }

    /** @return nothing of interest */
    private boolean cut(byte[] bytes, int offset, int length) {
        if (framing != null) {
            framing.feed(bytes, offset, length, frames);
        }
        return ended;
    }

    private void frame(Frame frame) {
        StreamDecoder reader = decoder;
        if (!ended && reader != null) {
            sink.frameBegins();
            reader.decode(frame, events);
            sink.frameEnds(frame, reader.isRegular());
        }
    }

    private void event(ChatEvent event) {
        if (ended) {
            return;
        }
        if (event.isContent()) {
            watch.progress();
        }
        if (event instanceof ChatEvent.StreamFailed failed) {
            ended = true;
            exchange.cancel();
            sink.event(new ChatEvent.StreamFailed(call.client().faults().reported(failed.error())));
            return;
        }
        if (event.isTerminal()) {
            ended = true;
            exchange.finish();
        }
        sink.event(event);
    }
}
