// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.client;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;

/** Finds the event loop that a call runs on. */
final class EventLoops {
    private EventLoops() {}

    /** The caller's own event loop context if it has one, else a new one. */
    static Context context(Vertx vertx) {
        ContextInternal current = ContextInternal.current();
        return current != null && current.isEventLoopContext()
                ? current
                : ((VertxInternal) vertx).createEventLoopContext();
    }

    /** Runs the task on the context: at once if this thread is on it. */
    static void run(Context context, Runnable task) {
        if (Context.isOnEventLoopThread() && Vertx.currentContext() == context) {
            task.run();
        } else {
            context.runOnContext(nothing -> task.run());
        }
    }
}
