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
import dev.dragoman.runtime.config.DragomanConfig;
import dev.dragoman.runtime.provider.ProviderCall;
import dev.dragoman.runtime.routing.Route;
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
    private final LossPolicy policy;

    DefaultChatClient(Vertx vertx, Router router, DragomanConfig config) {
        this.vertx = vertx;
        this.router = router;
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
        return new EventMulti(vertx, () -> {
            Losses found = new Losses();
            ProviderCall call = prepare(request.withStream(true), found);
            found.toList().forEach(losses);
            return call;
        });
    }

    private void start(ChatRequest request, Context context, UniEmitter<? super ChatResponse> emitter) {
        Losses losses = new Losses();
        try {
            PendingAnswer pending = new PendingAnswer(context, emitter, losses);
            pending.start(prepare(request, losses));
        } catch (ChatException e) {
            emitter.fail(e);
        }
    }

    private ProviderCall prepare(ChatRequest request, Losses losses) {
        Route route = router.route(request.model());
        ProviderCall call = route.provider().call(request.withModel(route.model()), losses);
        policy.check(losses.toList());
        return call;
    }
}
