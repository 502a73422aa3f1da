// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads the body of a request up to a limit. What comes after that, or after the request was turned away, is read and thrown away
 * up to the same limit again, so that the client can read its reply and the connection stays of use; after that the connection
 * is closed.
 */
final class BodyReader {
    /** Chunks are joined up to this size, so that a client that sends its body in crumbs costs no more than one that does not. */
    private static final int PAGE = 64 * 1024;

    private final HttpServerRequest request;
    private final long limit;
    private final Consumer<byte[]> complete;
    private final Runnable tooLarge;
    private final List<Buffer> pages = new ArrayList<>(1);
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
                Reply.abort(request);
            }
        } else if (size > limit) {
            discard();
            tooLarge.run();
        } else {
            keep(chunk);
        }
    }

    private void keep(Buffer chunk) {
        Buffer last = pages.isEmpty() ? null : pages.get(pages.size() - 1);
        if (last != null && last.length() < PAGE) {
            last.appendBuffer(chunk);
        } else {
            pages.add(chunk);
        }
    }

    private void discard() {
        discarding = true;
        size = 0;
        pages.clear();
    }

    private byte[] body() {
        byte[] body = new byte[Math.toIntExact(size)];
        int offset = 0;
        for (Buffer page : pages) {
            page.getBytes(body, offset);
            offset += page.length();
        }
        return body;
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
