// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.event.ResponseAssembler;
import dev.dragoman.runtime.provider.AnswerSink;
import dev.dragoman.runtime.provider.CallHandle;
import dev.dragoman.runtime.provider.DemoProvider;
import dev.dragoman.runtime.provider.ProviderCall;
import dev.dragoman.runtime.provider.StreamHandle;
import dev.dragoman.runtime.provider.StreamSink;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventMultiTest {
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close();
    }

    private EventMulti demo(String model) {
        ChatRequest request = ChatRequest.builder(model).user("Hello").build();
        return new EventMulti(vertx, () -> new DemoProvider().call(request, new Losses()));
    }

    @Test
    void delivers_all_events_and_completes() {
        AssertSubscriber<ChatEvent> subscriber =
                demo("chat").subscribe().withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));
        ResponseAssembler assembler = new ResponseAssembler();
        subscriber.awaitCompletion().getItems().forEach(assembler);
        assertThat(assembler.response().text()).contains("Hello");
    }

    @Test
    void delivers_no_more_than_was_asked_for() {
        AssertSubscriber<ChatEvent> subscriber = demo("chat").subscribe().withSubscriber(AssertSubscriber.create(0));
        subscriber.awaitNextItems(2, 2);
        assertThat(subscriber.getItems()).hasSize(2);
        subscriber.awaitNextItems(1, 1);
        assertThat(subscriber.getItems()).hasSize(3);
        subscriber.assertNotTerminated();
    }

    @Test
    void each_subscription_asks_anew() {
        EventMulti multi = demo("chat");
        multi.collect().asList().await().indefinitely();
        assertThat(multi.collect().asList().await().indefinitely()).isNotEmpty();
    }

    @Test
    void a_failed_stream_fails() {
        AssertSubscriber<ChatEvent> subscriber = new EventMulti(vertx, () -> {
                    throw ChatException.invalid("model", "no");
                })
                .subscribe()
                .withSubscriber(AssertSubscriber.create(1));
        subscriber.awaitFailure(e -> assertThat(e).isInstanceOf(ChatException.class));
    }

    @Test
    void cancelling_cancels_the_call() throws Exception {
        CompletableFuture<Void> cancelled = new CompletableFuture<>();
        AtomicInteger fetched = new AtomicInteger();
        EventMulti multi = new EventMulti(vertx, () -> new EndlessCall(cancelled, fetched));
        AssertSubscriber<ChatEvent> subscriber = multi.subscribe().withSubscriber(AssertSubscriber.create(0));
        subscriber.awaitNextItems(3, 3);
        subscriber.cancel();
        cancelled.get(5, TimeUnit.SECONDS);
        assertThat(fetched).hasValue(3);
    }

    /** Answers one piece of text each time it is asked. */
    private record EndlessCall(CompletableFuture<Void> cancelled, AtomicInteger fetched) implements ProviderCall {
        @Override
        public CallHandle answer(AnswerSink sink) {
            throw new UnsupportedOperationException();
        }

        @Override
        public StreamHandle stream(StreamSink sink) {
            return new StreamHandle() {
                @Override
                public void fetch() {
                    fetched.incrementAndGet();
                    sink.event(new ChatEvent.TextDelta(0, 0, "x"));
                    sink.flush();
                }

                @Override
                public void cancel() {
                    cancelled.complete(null);
                }
            };
        }
    }
}
