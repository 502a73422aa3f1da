// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway;

import dev.dragoman.dialect.DecodedRequest;
import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.StreamEncoder;
import dev.dragoman.framing.Frame;
import dev.dragoman.framing.Sse;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.runtime.Buffers;
import dev.dragoman.runtime.Contexts;
import dev.dragoman.runtime.attempt.ReadyCall;
import dev.dragoman.runtime.attempt.RunObserver;
import dev.dragoman.runtime.attempt.StreamRun;
import dev.dragoman.runtime.provider.StreamSink;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes a streamed answer to the client: each batch as soon as it is in, and no batch is asked for while the client has not taken
 * the one before. Everything waits for the first content, so that a stream that fails before it becomes an error with a status, or
 * another target's answer. While nothing is to be said for long, the client is told that we are still there.
 */
final class StreamReply implements StreamSink, RunObserver {
    private final Exchange exchange;
    private final DecodedRequest asked;
    private @Nullable StreamRun run;
    private @Nullable StreamText text;
    private @Nullable ReadyCall call;
    private @Nullable HttpServerResponse response;
    private @Nullable ChatError failure;
    private @Nullable Heartbeat heartbeat;
    private boolean content;
    private boolean ended;
    private boolean blocked;

    StreamReply(Exchange exchange, DecodedRequest asked) {
        this.exchange = exchange;
        this.asked = asked;
    }

    void start(StreamRun stream, Duration interval) {
        run = stream;
        exchange.onBreakOff(stream::abort);
        stream.start();
        if (!exchange.isOver()) {
            heartbeat = Heartbeat.start(interval, this::beat);
            stream.fetch();
        }
    }

    @Override
    public void begins(ReadyCall ready) {
        call = ready;
        if (!content) {
            exchange.reply().servedBy(ready.route());
        }
    }

    @Override
    public void restarts() {
        ReadyCall ready = Objects.requireNonNull(call);
        Losses found = ready.relayed() ? new Losses() : ready.losses();
        EncodeContext context = Contexts.toClient(
                        found, asked.shape(), asked.request().model())
                .withVendor(ready.route().provider().adapter());
        StreamEncoder encoder = exchange.dialect().streamEncoder(context);
        text = ready.relayed()
                ? new RelayedText(encoder, ready.losses(), found)
                : StreamText.translated(encoder, ready.losses());
    }

    @Override
    public void continues() {
        ReadyCall ready = Objects.requireNonNull(call);
        text().continues();
        if (exchange.reply().streamsEvents(asked.shape())) {
            Sse.comment(
                    text().out(),
                    "dragoman-continued " + ReplyHeaders.visible(ready.route().name()));
        }
    }

    @Override
    public void frameBegins() {
        text().frameBegins();
    }

    @Override
    public void event(ChatEvent event) {
        content |= event.isContent();
        ended |= event.isTerminal();
        if (event instanceof ChatEvent.StreamFailed failed) {
            failure = failed.error();
        }
        if (exchange.isOver() || isTooEarly()) {
            return;
        }
        try {
            text().event(event);
        } catch (RuntimeException e) {
            exchange.crash(e);
        }
    }

    @Override
    public void frameEnds(@Nullable Frame frame, boolean regular) {
        if (!exchange.isOver() && failure == null) {
            text().frameEnds(frame, regular);
        }
    }

    @Override
    public void flush() {
        if (exchange.isOver()) {
            stop();
            return;
        }
        if (failure != null && isTooEarly()) {
            stop();
            exchange.reply().attempts(run().log(), null);
            exchange.fail(failure);
            return;
        }
        if (ended) {
            stop();
            HttpServerResponse target = begun();
            disclose(run().servers());
            text().end();
            target.end(chunk());
            exchange.finish();
            return;
        }
        if (content && !text().out().isEmpty() && isBlockedAfter(chunk())) {
            return;
        }
        run().fetch();
    }

    /** Says before the end who has served the answer, where that were several and the framing has a place for it. */
    private void disclose(List<String> servers) {
        if (servers.size() > 1 && exchange.reply().streamsEvents(asked.shape())) {
            List<String> names = servers.stream().map(ReplyHeaders::visible).toList();
            Sse.comment(text().out(), "dragoman-served-by " + String.join(", ", names));
        }
    }

    /** Whether a failure has come while there is still time for a proper status. */
    private boolean isTooEarly() {
        return failure != null && response == null && !content;
    }

    private boolean isBlockedAfter(Buffer chunk) {
        HttpServerResponse target = begun();
        target.write(chunk);
        if (heartbeat != null) {
            heartbeat.wrote();
        }
        blocked = target.writeQueueFull();
        return blocked;
    }

    /** Tells the client that we are still there, in the form that its dialect has for it. */
    private void beat() {
        if (exchange.isOver()) {
            stop();
            return;
        }
        WireBuffer out = new WireBuffer(32);
        if (text != null && !blocked) {
            text.heartbeat(out);
        }
        if (!out.isEmpty()) {
            begun().write(Buffers.wrap(out.toBytes()));
        }
    }

    private void stop() {
        if (heartbeat != null) {
            heartbeat.stop();
        }
    }

    private HttpServerResponse begun() {
        if (response == null) {
            exchange.reply().losses(text().takeLosses());
            exchange.reply().attempts(run().log(), ended ? null : call);
            response = exchange.reply().beginStream(asked.shape());
            response.drainHandler(drained -> {
                if (blocked) {
                    blocked = false;
                    run().fetch();
                }
            });
        }
        return response;
    }

    private Buffer chunk() {
        WireBuffer out = text().out();
        Buffer chunk = Buffers.wrap(out.toBytes());
        out.reset();
        return chunk;
    }

    private StreamText text() {
        return Objects.requireNonNull(text);
    }

    private StreamRun run() {
        return Objects.requireNonNull(run);
    }
}
