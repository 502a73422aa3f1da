// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.http;

import dev.dragoman.runtime.EventLoopTimer;
import io.netty.util.concurrent.EventExecutor;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The connections to one vendor. Each event loop has a share of them, so that request and answer do not change threads; a loop whose
 * share is used up takes from the others, so that one limit holds for all. When it is reached, requests wait in line. Thread-safe.
 */
final class VendorConnections {
    private final VertxInternal vertx;
    private final List<ConnectionShare> shares = new ArrayList<>();
    private final Map<EventExecutor, Integer> loops = new HashMap<>();
    private final int longestLine;
    private final Queue<Waiter> line = new ArrayDeque<>();
    /** Length of the line, written under its lock. */
    private volatile int waiting;

    /**
     * @param limit most requests at a time; as many more may wait
     * @param opener makes a pool of the size it is given
     */
    VendorConnections(Vertx vertx, int limit, IntFunction<HttpClient> opener) {
        this.vertx = (VertxInternal) vertx;
        this.longestLine = limit;
        for (EventExecutor loop : this.vertx.getEventLoopGroup()) {
            loops.put(loop, loops.size());
        }
        int parts = Math.min(loops.size(), limit);
        for (int i = 0; i < parts; i++) {
            int room = limit / parts + (i < limit % parts ? 1 : 0);
            shares.add(new ConnectionShare(room, () -> undeployed(() -> opener.apply(room))));
        }
    }

    /** Makes a client that lives as long as Vert.x does. In the context of a verticle it would be closed together with that. */
    private HttpClient undeployed(Supplier<HttpClient> opener) {
        ContextInternal own = vertx.createEventLoopContext();
        ContextInternal callers = own.beginDispatch();
        try {
            return opener.get();
        } finally {
            own.endDispatch(callers);
        }
    }

    /**
     * Gives the caller a place, to be given back by {@link #leave}: at once, or later on the caller's context.
     *
     * @param patience how long to wait for it
     * @param placed is given the place
     * @param refused is told that too many wait, or that the patience is at its end
     * @return the wait; {@code null} if there is none
     */
    @Nullable Waiter enter(Duration patience, Consumer<ConnectionShare> placed, Runnable refused) {
        ContextInternal context = vertx.getOrCreateContext();
        ConnectionShare share = waiting == 0 ? free(context) : null;
        if (share != null) {
            placed.accept(share);
            return null;
        }
        Waiter waiter = new Waiter(context, placed);
        if (!join(waiter)) {
            refused.run();
            return null;
        }
        waiter.timer = EventLoopTimer.start(vertx, patience, () -> {
            if (remove(waiter)) {
                refused.run();
            }
        });
        serve(); // a place may have become free before the line was joined
        return waiter;
    }

    /** Gives a place back. */
    void leave(ConnectionShare share) {
        share.leave();
        if (waiting > 0) {
            serve();
        }
    }

    void close() {
        shares.forEach(ConnectionShare::close);
    }

    private @Nullable ConnectionShare free(ContextInternal context) {
        int count = shares.size();
        int own = loops.getOrDefault(context.nettyEventLoop(), 0);
        for (int i = 0; i < count; i++) {
            ConnectionShare share = shares.get((own + i) % count);
            if (share.enter()) {
                return share;
            }
        }
        return null;
    }

    private boolean join(Waiter waiter) {
        synchronized (line) {
            if (waiting >= longestLine) {
                return false;
            }
            line.add(waiter);
            waiting = line.size();
            return true;
        }
    }

    private boolean remove(Waiter waiter) {
        synchronized (line) {
            boolean removed = line.remove(waiter);
            waiting = line.size();
            return removed;
        }
    }

    private void serve() {
        while (true) {
            Waiter first;
            ConnectionShare share;
            synchronized (line) {
                first = line.peek();
                share = first == null ? null : free(first.context);
                if (first == null || share == null) {
                    return;
                }
                line.remove();
                waiting = line.size();
            }
            first.admit(share);
        }
    }

    /** One who waits for a place. Used on the context of the one who waits. */
    final class Waiter {
        private final ContextInternal context;
        private final Consumer<ConnectionShare> placed;
        private @Nullable EventLoopTimer timer;

        private Waiter(ContextInternal context, Consumer<ConnectionShare> placed) {
            this.context = context;
            this.placed = placed;
        }

        /** Waits no longer. Does nothing if the place was given already. */
        void giveUp() {
            if (remove(this)) {
                stopTimer();
            }
        }

        private void admit(ConnectionShare share) {
            context.runOnContext(now -> {
                stopTimer();
                placed.accept(share);
            });
        }

        private void stopTimer() {
            EventLoopTimer running = timer;
            if (running != null) {
                running.cancel();
            }
        }
    }
}
