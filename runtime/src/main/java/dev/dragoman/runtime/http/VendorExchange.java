// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.http;

import dev.dragoman.dialect.EncodedRequest;
import dev.dragoman.dialect.ErrorCodec;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.runtime.Buffers;
import dev.dragoman.runtime.EventLoopTimer;
import io.vertx.core.AsyncResult;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request to a vendor and what comes back. Runs on the Vert.x context it was sent on; tells its listener nothing more
 * once it failed, was cancelled or was finished.
 */
final class VendorExchange {
    /** Largest whole answer that is read. */
    static final int MAX_BODY = 64 * 1024 * 1024;
    /** Longest part of an error's body that is read. */
    static final int MAX_ERROR_BODY = 1024 * 1024;
    /** How long a vendor may take to end a body after its last event; then the connection is given up. */
    private static final Duration TAIL = Duration.ofSeconds(2);

    private static final Logger LOG = Logger.getLogger(VendorExchange.class);

    private final VendorClient client;
    private final EncodedRequest encoded;
    private final boolean stream;
    private final ErrorCodec errors;
    private final VendorListener listener;
    private @Nullable HttpClientRequest request;
    private @Nullable HttpClientResponse response;
    private VendorConnections.@Nullable Waiter waiter;
    private @Nullable ConnectionShare share;
    private int key = -1;
    private boolean demanded;
    private boolean over;

    VendorExchange(
            VendorClient client, EncodedRequest encoded, boolean stream, ErrorCodec errors, VendorListener listener) {
        this.client = client;
        this.encoded = encoded;
        this.stream = stream;
        this.errors = errors;
        this.listener = listener;
    }

    void send() {
        waiter = client.connections().enter(client.limits().connect(), this::placed, this::crowded);
    }

    /** Asks for one more chunk of a stream. May be called before the stream has begun. */
    void fetch() {
        if (response == null) {
            demanded = true;
        } else {
            response.fetch(1);
        }
    }

    /** Ends the request at once. */
    void cancel() {
        if (!over) {
            over();
            reset();
        }
    }

    /**
     * Says that the answer is complete though the body may not be. Its rest is read and thrown away, so that the connection can be
     * used again.
     */
    void finish() {
        HttpClientResponse tail = response;
        if (over || tail == null) {
            return;
        }
        over = true;
        EventLoopTimer timer = EventLoopTimer.start(client.vertx(), TAIL, () -> {
            reset();
            leave();
        });
        tail.handler(rest -> {});
        tail.exceptionHandler(e -> tailEnds(timer));
        tail.endHandler(end -> tailEnds(timer));
        tail.resume();
    }

    private void tailEnds(EventLoopTimer timer) {
        timer.cancel();
        leave();
    }

    private void crowded() {
        fail(client.faults().busy());
    }

    private void placed(ConnectionShare given) {
        waiter = null;
        share = given;
        if (over) {
            leave();
            return;
        }
        try {
            given.request(client.target(encoded.path())).onComplete(this::opened);
        } catch (IllegalStateException e) { // the connections are closed
            fail(client.faults().connecting(e));
        }
    }

    private void opened(AsyncResult<HttpClientRequest> opened) {
        if (opened.failed()) {
            ChatError error = client.faults().connecting(opened.cause());
            if (!over) {
                LOG.warnf("%s: %s", error.message(), opened.cause());
            }
            fail(error);
            return;
        }
        request = opened.result();
        request.exceptionHandler(e -> fail(client.faults().broken(response != null)));
        if (over) {
            reset();
            return;
        }
        key = client.keys().next();
        try {
            client.writeHeaders(encoded, stream, key, request.headers());
        } catch (ChatException e) {
            fail(e.error());
            reset();
            return;
        }
        request.send(Buffers.wrap(encoded.body())).onComplete(this::answered);
    }

    private void answered(AsyncResult<HttpClientResponse> answered) {
        if (over) {
            return;
        }
        if (answered.failed()) {
            fail(client.faults().broken(false));
            return;
        }
        response = answered.result();
        VendorReply reply = new VendorReply(response.statusCode(), response.headers());
        response.exceptionHandler(e -> fail(client.faults().broken(true)));
        if (!reply.isSuccess()) {
            refused(reply, response);
        } else if (stream && !reply.isJson()) {
            streamed(reply, response);
        } else {
            whole(reply, response);
        }
    }

    private void streamed(VendorReply reply, HttpClientResponse source) {
        source.pause();
        source.handler(this::chunk);
        source.endHandler(end -> {
            if (!over) {
                over();
                listener.streamEnds();
            }
        });
        listener.streamBegins(reply);
        if (demanded) {
            source.fetch(1);
        }
    }

    private void chunk(Buffer chunk) {
        if (!over) {
            listener.chunk(chunk);
        }
    }

    private void whole(VendorReply reply, HttpClientResponse source) {
        BodyCollector body = new BodyCollector(MAX_BODY);
        source.handler(chunk -> {
            if (!over && !body.add(chunk)) {
                fail(client.faults().tooLarge(MAX_BODY));
                reset();
            }
        });
        source.endHandler(end -> {
            if (!over) {
                over();
                listener.whole(reply, body.body());
            }
        });
    }

    private void refused(VendorReply reply, HttpClientResponse source) {
        BodyCollector body = new BodyCollector(MAX_ERROR_BODY);
        source.handler(chunk -> {
            if (!over && !body.add(chunk)) {
                fail(refusal(reply, body.body()));
                reset();
            }
        });
        source.endHandler(end -> fail(refusal(reply, body.body())));
    }

    private ChatError refusal(VendorReply reply, Buffer body) {
        if (!reply.isError()) {
            return client.faults().status(reply.status());
        }
        ChatError error = errors.decode(reply.status(), reply.lowerCaseHeaders(), body.getBytes());
        client.keys().failed(key, error);
        return client.faults().reported(error);
    }

    private void fail(ChatError error) {
        if (!over) {
            over();
            listener.failed(error);
        }
    }

    private void over() {
        over = true;
        if (waiter != null) {
            waiter.giveUp();
        }
        leave();
    }

    private void leave() {
        ConnectionShare taken = share;
        if (taken != null) {
            share = null;
            client.connections().leave(taken);
        }
    }

    private void reset() {
        if (request != null) {
            request.reset();
        }
    }
}
