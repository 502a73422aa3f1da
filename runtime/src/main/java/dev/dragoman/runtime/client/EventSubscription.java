// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.client;

import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.runtime.provider.ProviderCall;
import dev.dragoman.runtime.provider.StreamHandle;
import dev.dragoman.runtime.provider.StreamSink;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import io.vertx.core.Context;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Flow;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Brings the events of a call to a subscriber, no faster than it asks. All state is used on one event loop only. At most one batch
 * is kept after the first content: the vendor is asked for the next when the subscriber wants more than is there.
 */
final class EventSubscription implements Flow.Subscription, StreamSink {
    private final Context context;
    private final MultiSubscriber<? super ChatEvent> subscriber;
    private final Queue<ChatEvent> batch = new ArrayDeque<>();
    private @Nullable StreamHandle handle;
    private @Nullable ChatError failure;
    private long requested;
    private boolean fetching;
    private boolean delivering;
    private boolean begun;
    private boolean complete;
    private boolean over;

    EventSubscription(Context context, MultiSubscriber<? super ChatEvent> subscriber) {
        this.context = context;
        this.subscriber = subscriber;
    }

    void start(Supplier<ProviderCall> calls) {
        EventLoops.run(context, () -> {
            if (over) {
                return;
            }
            try {
                handle = calls.get().stream(this);
                deliver();
            } catch (RuntimeException e) {
                over = true;
                subscriber.onFailure(e);
            }
        });
    }

    @Override
    public void request(long n) {
        EventLoops.run(context, () -> {
            if (over) {
                return;
            }
            if (n <= 0) {
                end();
                subscriber.onFailure(new IllegalArgumentException("request at least one item, not " + n));
                return;
            }
            requested = requested + n < 0 ? Long.MAX_VALUE : requested + n;
            deliver();
        });
    }

    @Override
    public void cancel() {
        EventLoops.run(context, this::end);
    }

    /** Nothing was handed on so far: that waits for content. */
    @Override
    public void restarts() {
        batch.clear();
    }

    @Override
    public void event(ChatEvent event) {
        if (event instanceof ChatEvent.StreamFailed failed) {
            failure = failed.error();
        } else {
            batch.add(event);
        }
        begun |= event.isContent();
        complete |= event.isTerminal();
    }

    @Override
    public void flush() {
        fetching = false;
        deliver();
    }

    /** Subscribers may request, and the call may deliver, from within: a loop instead of a recursion. */
    private void deliver() {
        if (delivering) {
            return;
        }
        delivering = true;
        try {
            while (!over && step()) {}
        } finally {
            delivering = false;
        }
    }

    private boolean step() {
        if (!batch.isEmpty() && (begun || complete)) {
            if (requested == 0) {
                return false;
            }
            if (requested != Long.MAX_VALUE) {
                requested--;
            }
            subscriber.onItem(batch.remove());
            return true;
        }
        if (complete) {
            over = true;
            if (failure == null) {
                subscriber.onCompletion();
            } else {
                subscriber.onFailure(new ChatException(failure));
            }
            return false;
        }
        if (requested == 0 || fetching || handle == null) {
            return false;
        }
        fetching = true;
        handle.fetch();
        return true;
    }

    private void end() {
        if (!over) {
            over = true;
            batch.clear();
            if (handle != null) {
                handle.cancel();
            }
        }
    }
}
