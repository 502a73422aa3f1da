// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime;

import io.netty.util.concurrent.ScheduledFuture;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Times what runs on an event loop by that loop itself, which costs a fraction of Vert.x' own timers and wakes no other thread. */
public final class EventLoopTimer {
    private final Runnable cancellation;

    private EventLoopTimer(Runnable cancellation) {
        this.cancellation = cancellation;
    }

    /**
     * Runs a task later, on the Vert.x context of the caller.
     *
     * @return {@code null} if the caller is on no event loop; nothing is run then
     */
    public static @Nullable EventLoopTimer start(Duration delay, Runnable task) {
        ContextInternal context = ContextInternal.current();
        if (context == null || !context.isEventLoopContext() || !context.inThread()) {
            return null;
        }
        ScheduledFuture<?> scheduled =
                context.nettyEventLoop().schedule(() -> context.dispatch(task), delay.toNanos(), TimeUnit.NANOSECONDS);
        return new EventLoopTimer(() -> scheduled.cancel(false));
    }

    /** Runs a task later, on the Vert.x context of the caller, or on one that is made for it. */
    public static EventLoopTimer start(Vertx vertx, Duration delay, Runnable task) {
        EventLoopTimer own = start(delay, task);
        if (own != null) {
            return own;
        }
        long id = vertx.setTimer(Math.max(1, delay.toMillis()), timer -> task.run());
        return new EventLoopTimer(() -> vertx.cancelTimer(id));
    }

    /** Does not run the task any more. */
    public void cancel() {
        cancellation.run();
    }
}
