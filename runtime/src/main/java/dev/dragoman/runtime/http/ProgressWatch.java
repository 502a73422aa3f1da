// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.http;

import dev.dragoman.runtime.EventLoopTimer;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Notices that a stream makes no progress: no content within one limit at first, within another between two pieces. One timer,
 * set anew when it fires and not for each piece. Runs on one Vert.x context.
 */
final class ProgressWatch {
    private final Vertx vertx;
    private final Duration idle;
    private final Runnable expired;
    private Duration limit;
    private long since;
    private long suspendedAt;
    private boolean begun;
    private boolean suspended;
    private boolean stopped;
    private @Nullable EventLoopTimer timer;

    ProgressWatch(Vertx vertx, Duration first, Duration idle, Runnable expired) {
        this.vertx = vertx;
        this.idle = idle;
        this.expired = expired;
        this.limit = first;
    }

    void start() {
        since = System.nanoTime();
        schedule(limit.toNanos());
    }

    /** Content came. */
    void progress() {
        since = System.nanoTime();
        if (!begun && !stopped) {
            begun = true;
            limit = idle;
            cancel(); // it was set for the first limit, which may be far off
            schedule(idle.toNanos());
        }
    }

    /** Whether content has come at all. */
    boolean hasBegun() {
        return begun;
    }

    /** What the present limit is. */
    Duration limit() {
        return limit;
    }

    /** The vendor is not being asked for more: its silence does not count. */
    void suspend() {
        suspended = true;
        suspendedAt = System.nanoTime();
    }

    /** The vendor is being asked again. */
    void resume() {
        if (suspended) {
            suspended = false;
            since += System.nanoTime() - suspendedAt;
        }
    }

    void stop() {
        if (!stopped) {
            stopped = true;
            cancel();
        }
    }

    private void cancel() {
        if (timer != null) {
            timer.cancel();
        }
    }

    private void schedule(long nanos) {
        timer = EventLoopTimer.start(vertx, Duration.ofNanos(nanos), this::fired);
    }

    private void fired() {
        if (stopped) {
            return;
        }
        long now = System.nanoTime();
        long left = limit.toNanos() - ((suspended ? suspendedAt : now) - since);
        if (suspended) {
            schedule(Math.max(left, TimeUnit.SECONDS.toNanos(1)));
        } else if (left > 0) {
            schedule(left);
        } else {
            stopped = true;
            expired.run();
        }
    }
}
