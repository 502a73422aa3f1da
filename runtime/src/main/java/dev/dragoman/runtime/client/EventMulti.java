// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.client;

import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.runtime.provider.ProviderCall;
import io.smallrye.mutiny.operators.AbstractMulti;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import io.vertx.core.Vertx;
import java.util.Objects;
import java.util.function.Supplier;

/** A streamed answer. Each subscription sends the request anew. */
final class EventMulti extends AbstractMulti<ChatEvent> {
    private final Vertx vertx;
    private final Supplier<ProviderCall> calls;

    EventMulti(Vertx vertx, Supplier<ProviderCall> calls) {
        this.vertx = vertx;
        this.calls = calls;
    }

    @Override
    public void subscribe(MultiSubscriber<? super ChatEvent> subscriber) {
        Objects.requireNonNull(subscriber, "subscriber");
        EventSubscription subscription = new EventSubscription(EventLoops.context(vertx), subscriber);
        subscriber.onSubscribe(subscription);
        subscription.start(calls);
    }
}
