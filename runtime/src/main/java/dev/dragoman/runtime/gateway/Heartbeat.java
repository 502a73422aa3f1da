// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Runs a task whenever nothing was written for a while, on the Vert.x context that it was started on. */
final class Heartbeat {
    private final Vertx vertx;
    private final Runnable task;
    private final long interval;
    private final long timer;
    private long written = System.nanoTime();

    private Heartbeat(Vertx vertx, Duration interval, Runnable task) {
        this.vertx = vertx;
        this.task = task;
        this.interval = interval.toNanos();
        this.timer = vertx.setPeriodic(interval.toMillis(), id -> tick());
    }

    /** Starts one; {@code null} if the interval is zero, which means never. */
    static @Nullable Heartbeat start(Duration interval, Runnable task) {
        Context context = Vertx.currentContext();
        return context == null || interval.toMillis() < 1 ? null : new Heartbeat(context.owner(), interval, task);
    }

    /** Something was written. */
    void wrote() {
        written = System.nanoTime();
    }

    void stop() {
        vertx.cancelTimer(timer);
    }

    private void tick() {
        if (System.nanoTime() - written >= interval / 2) {
            task.run();
        }
    }
}
