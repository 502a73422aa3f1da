// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.client;

import dev.dragoman.ChatClient;
import dev.dragoman.loss.Loss;
import dev.dragoman.loss.LossPolicy;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.runtime.attempt.ReadyCall;
import dev.dragoman.runtime.attempt.RunCall;
import dev.dragoman.runtime.attempt.RunObserver;
import dev.dragoman.runtime.attempt.RunSettings;
import dev.dragoman.runtime.config.DragomanConfig;
import dev.dragoman.runtime.routing.Router;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Consumer;

/** Routes, encodes, applies the loss policy, and sends on an event loop. */
@ApplicationScoped
public class DefaultChatClient implements ChatClient {
    private final Vertx vertx;
    private final Router router;
    private final RunSettings runs;
    private final LossPolicy policy;

    DefaultChatClient(Vertx vertx, Router router, RunSettings runs, DragomanConfig config) {
        this.vertx = vertx;
        this.router = router;
        this.runs = runs;
        this.policy = config.onLoss();
    }

    @Override
    public Uni<ChatResponse> chat(ChatRequest request) {
        return Uni.createFrom().emitter(emitter -> {
            Context context = EventLoops.context(vertx);
            EventLoops.run(context, () -> start(request.withStream(false), context, emitter));
        });
    }

    @Override
    public Multi<ChatEvent> stream(ChatRequest request, Consumer<? super Loss> losses) {
        return new EventMulti(
                vertx,
                () -> call(request.withStream(true), told -> told.toList().forEach(losses)));
    }

    private void start(ChatRequest request, Context context, UniEmitter<? super ChatResponse> emitter) {
        try {
            PendingAnswer pending = new PendingAnswer(context, emitter);
            pending.start(call(request, pending::losses));
        } catch (ChatException e) {
            emitter.fail(e);
        }
    }

    /** @param losses is told what was lost on the way to whoever answers */
    private RunCall call(ChatRequest request, Consumer<? super Losses> losses) {
        RunObserver observer = new RunObserver() {
            @Override
            public void answers(ReadyCall call) {
                losses.accept(call.losses());
            }
        };
        return new RunCall(new ClientQuestion(request, policy), router.pool(request.model()), runs, observer);
    }
}
