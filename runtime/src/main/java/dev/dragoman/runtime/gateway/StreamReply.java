// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway;

import dev.dragoman.dialect.ReplyShape;
import dev.dragoman.framing.Frame;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.runtime.Buffers;
import dev.dragoman.runtime.provider.StreamHandle;
import dev.dragoman.runtime.provider.StreamSink;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import org.jspecify.annotations.Nullable;

/**
 * Writes a streamed answer to the client: each batch as soon as it is in, and no batch is asked for while the client has not taken
 * the one before. The status line waits for the first frame, so that a stream that fails before it becomes an error with a status.
 */
final class StreamReply implements StreamSink {
    private final Exchange exchange;
    private final ReplyShape shape;
    private final StreamText text;
    private @Nullable StreamHandle handle;
    private @Nullable HttpServerResponse response;
    private @Nullable ChatError failure;
    private boolean content;
    private boolean ended;
    private boolean blocked;

    StreamReply(Exchange exchange, ReplyShape shape, StreamText text) {
        this.exchange = exchange;
        this.shape = shape;
        this.text = text;
    }

    void start(StreamHandle stream) {
        handle = stream;
        stream.fetch();
    }

    @Override
    public void frameBegins() {
        text.frameBegins();
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
            text.event(event);
        } catch (RuntimeException e) {
            exchange.crash(e);
        }
    }

    @Override
    public void frameEnds(@Nullable Frame frame, boolean regular) {
        if (!exchange.isOver() && failure == null) {
            text.frameEnds(frame, regular);
        }
    }

    @Override
    public void flush() {
        if (exchange.isOver()) {
            return;
        }
        if (failure != null && isTooEarly()) {
            exchange.fail(failure);
            return;
        }
        if (ended) {
            HttpServerResponse target = begun();
            text.end();
            target.end(chunk());
            exchange.finish();
            return;
        }
        if (!text.out().isEmpty()) {
            HttpServerResponse target = begun();
            target.write(chunk());
            if (target.writeQueueFull()) {
                blocked = true;
                return;
            }
        }
        fetch();
    }

    /** Whether a failure has come while there is still time for a proper status. */
    private boolean isTooEarly() {
        return failure != null && response == null && !content;
    }

    private HttpServerResponse begun() {
        if (response == null) {
            exchange.reply().losses(text.takeLosses());
            response = exchange.reply().beginStream(shape);
            response.drainHandler(drained -> {
                if (blocked) {
                    blocked = false;
                    fetch();
                }
            });
        }
        return response;
    }

    private Buffer chunk() {
        WireBuffer out = text.out();
        Buffer chunk = Buffers.wrap(out.toBytes());
        out.reset();
        return chunk;
    }

    private void fetch() {
        if (handle != null) {
            handle.fetch();
        }
    }
}
