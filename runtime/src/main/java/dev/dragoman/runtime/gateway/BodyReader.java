// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of a request up to a limit. What comes after that, or after the request was turned away, is read and thrown away
 * up to the same limit again, so that the client can read its reply and the connection stays of use; after that the connection
 * is closed.
 */
final class BodyReader {
    private final HttpServerRequest request;
    private final long limit;
    private final Consumer<byte[]> complete;
    private final Runnable tooLarge;
    private @Nullable Buffer first;
    private @Nullable Buffer joined;
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
                complete.accept(body());
            }
        });
        if (declaredLength() > limit) {
            discard();
            tooLarge.run();
        }
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
        size += chunk.length();
        if (discarding) {
            if (size > limit) {
                request.connection().close();
            }
        } else if (size > limit) {
            discard();
            tooLarge.run();
        } else {
            keep(chunk);
        }
    }

    private void keep(Buffer chunk) {
        if (first == null) {
            first = chunk;
            return;
        }
        if (joined == null) {
            long expected = Math.max(declaredLength(), size * 2);
            joined = Buffer.buffer((int) Math.min(expected, limit)).appendBuffer(first);
        }
        joined.appendBuffer(chunk);
    }

    private void discard() {
        discarding = true;
        size = 0;
        first = null;
        joined = null;
    }

    private byte[] body() {
        return joined != null ? joined.getBytes() : first != null ? first.getBytes() : new byte[0];
    }

    private long declaredLength() {
        String length = request.getHeader("content-length");
        try {
            return length == null ? -1 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
