// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway;

import dev.dragoman.runtime.Buffers;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Reads the body of a request up to a limit. What comes after that, or after the request was turned away, is read and thrown away
 * up to the same limit again, so that the client can read its reply and the connection stays of use; after that the connection
 * is closed. Where the declared length says so beforehand, {@link #isBeyond} does.
 */
final class BodyReader {
    /** A declared length is believed up to this size; beyond it the array grows with what comes. */
    private static final int TRUSTED = 256 * 1024;

    /** How long a client that goes on sending may take to read its reply. */
    private static final long LINGER_MILLIS = 500;

    private static final byte[] NOTHING = {};

    private final HttpServerRequest request;
    private final long limit;
    private final Consumer<byte[]> complete;
    private final Runnable tooLarge;
    private byte[] body = NOTHING;
    private long size;
    private boolean discarding;

    BodyReader(HttpServerRequest request, long limit, Consumer<byte[]> complete, Runnable tooLarge) {
        this.request = request;
        this.limit = limit;
        this.complete = complete;
        this.tooLarge = tooLarge;
    }

    /** Begins to read. The request is still paused and must be resumed by the caller. */
    void start() {
        request.handler(this::take);
        request.endHandler(end -> {
            if (!discarding) {
                complete.accept(body.length == size ? body : Arrays.copyOf(body, (int) size));
            }
        });
        if (isBeyond(request, limit)) {
            discard();
            tooLarge.run();
        }
    }

    /** Whether a body says that it is longer than the limit, so that its connection will be closed before its end. */
    static boolean isBeyond(HttpServerRequest request, long limit) {
        return declaredLength(request) > limit;
    }

    /** Throws away what is still to come. */
    static void discard(HttpServerRequest request, long limit) {
        BodyReader reader = new BodyReader(request, limit, body -> {}, () -> {});
        reader.discard();
        request.handler(reader::take);
        request.endHandler(end -> {});
        request.resume();
    }

    private void take(Buffer chunk) {
        long before = size;
        size += chunk.length();
        if (discarding) {
            if (size > limit) {
                breakOff();
            }
        } else if (size > limit) {
            discard();
            tooLarge.run();
        } else if (before == 0 && size == declaredLength(request)) {
            body = Buffers.unwrap(chunk);
        } else {
            ensure((int) size);
            chunk.getBytes(body, (int) before);
        }
    }

    /** Closing at once would take the reply away from a client that is still sending. */
    private void breakOff() {
        request.handler(ignored -> {});
        request.pause();
        Objects.requireNonNull(Vertx.currentContext()).owner().setTimer(LINGER_MILLIS, timer -> Reply.abort(request));
    }

    private void ensure(int needed) {
        if (body.length < needed) {
            long declared = Math.min(declaredLength(request), needed + (long) TRUSTED);
            long room = body.length == 0 ? declared : Math.max(declared, body.length * 2L);
            body = Arrays.copyOf(body, (int) Math.max(needed, Math.min(room, limit)));
        }
    }

    private void discard() {
        discarding = true;
        size = 0;
        body = NOTHING;
    }

    private static long declaredLength(HttpServerRequest request) {
        String length = request.getHeader("content-length");
        try {
            return length == null ? -1 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
