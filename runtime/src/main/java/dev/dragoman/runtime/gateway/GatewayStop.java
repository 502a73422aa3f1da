// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway;

import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.runtime.config.DragomanConfig;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Lets the answers under way come to their ends when the application stops, for a time, and lets no new ones begin. Thread-safe. */
@Singleton
public final class GatewayStop {
    private static final Logger LOG = Logger.getLogger("dev.dragoman");
    private static final Duration WAIT = Duration.ofSeconds(1);
    /** How long the last words of what is broken off may take on their way to the clients. */
    private static final long LAST_WORDS_MILLIS = 1_000;

    private final Vertx vertx;
    private final long timeout;
    private final Set<Exchange> running = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Runnable> waiting = new AtomicReference<>();
    private volatile boolean stopping;

    GatewayStop(Vertx vertx, DragomanConfig config) {
        this.vertx = vertx;
        this.timeout = config.gateway().stopTimeout().toMillis();
    }

    /** Whether the application is about to stop. */
    public boolean isStopping() {
        return stopping;
    }

    /** One more answer is under way, unless it is too late for that. */
    boolean enter(Exchange exchange) {
        running.add(exchange);
        if (stopping) {
            leave(exchange);
            return false;
        }
        return true;
    }

    /** An answer is over. */
    void leave(Exchange exchange) {
        running.remove(exchange);
        if (stopping && running.isEmpty()) {
            done();
        }
    }

    /** What those are told who come too late. */
    static ChatError refusal() {
        return ChatError.of(ErrorKind.OVERLOADED, "The gateway is being stopped: send the request again")
                .withRetryAfter(WAIT);
    }

    /**
     * Begins to stop.
     *
     * @param done run once, when nothing is under way any more or its time is up
     */
    public void begin(Runnable done) {
        waiting.set(done);
        stopping = true;
        if (running.isEmpty()) {
            done();
        } else if (timeout < 1) {
            giveUp();
        } else {
            vertx.setTimer(timeout, timer -> giveUp());
        }
    }

    private void giveUp() {
        if (running.isEmpty()) {
            return; // done already
        }
        LOG.warnf(
                "%d answers are broken off: their time (quarkus.dragoman.gateway.stop-timeout) is up", running.size());
        ChatError error = ChatError.of(
                        ErrorKind.OVERLOADED, "The gateway is being stopped before the answer is complete")
                .withRetryAfter(WAIT);
        running.forEach(exchange -> exchange.breakOff(error));
        vertx.setTimer(LAST_WORDS_MILLIS, timer -> done());
    }

    private void done() {
        Runnable done = waiting.getAndSet(null);
        if (done != null) {
            done.run();
        }
    }
}
