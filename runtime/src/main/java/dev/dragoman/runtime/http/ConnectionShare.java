// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.http;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One event loop's part of the connections to a vendor. Its pool is made when it is used first. Thread-safe. */
final class ConnectionShare {
    private final int room;
    private final Supplier<HttpClient> opener;
    private final AtomicInteger taken = new AtomicInteger();
    private volatile @Nullable HttpClient client;
    private boolean closed;

    /** @param room most requests at a time */
    ConnectionShare(int room, Supplier<HttpClient> opener) {
        this.room = room;
        this.opener = opener;
    }

    /** Takes a place, if one is free. */
    boolean enter() {
        int now = taken.get();
        while (now < room) {
            if (taken.compareAndSet(now, now + 1)) {
                return true;
            }
            now = taken.get();
        }
        return false;
    }

    /** Gives a place back. */
    void leave() {
        taken.decrementAndGet();
    }

    /**
     * A request of one who has a place.
     *
     * @throws IllegalStateException if the connections were closed
     */
    Future<HttpClientRequest> request(RequestOptions options) {
        HttpClient open = client;
        return (open == null ? open() : open).request(options);
    }

    private synchronized HttpClient open() {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        HttpClient open = client;
        if (open == null) {
            open = opener.get();
            client = open;
        }
        return open;
    }

    synchronized void close() {
        closed = true;
        HttpClient open = client;
        if (open != null) {
            open.close();
        }
    }
}
