// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.client;

import dev.dragoman.loss.LossPolicy;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.runtime.attempt.Question;
import dev.dragoman.runtime.attempt.ReadyCall;
import dev.dragoman.runtime.attempt.Requests;
import dev.dragoman.runtime.provider.ProviderCall;
import dev.dragoman.runtime.routing.Route;
import java.util.List;

/** What the application asks. */
final class ClientQuestion implements Question {
    private final ChatRequest request;
    private final LossPolicy policy;

    ClientQuestion(ChatRequest request, LossPolicy policy) {
        this.request = request;
        this.policy = policy;
    }

    @Override
    public String client() {
        return "dragoman";
    }

    @Override
    public ReadyCall prepare(Route route) {
        return prepare(route, request);
    }

    @Override
    public ReadyCall prepareContinuation(Route route, List<String> texts) {
        return prepare(route, Requests.continued(request, texts));
    }

    @Override
    public boolean continues(Route route) {
        return Requests.wantsOneAnswer(request) && route.provider().continues(request.withModel(route.model()));
    }

    @Override
    public boolean isRepeatable() {
        return Requests.isRepeatable(request);
    }

    private ReadyCall prepare(Route route, ChatRequest asked) {
        Losses losses = new Losses();
        ProviderCall call = route.provider().call(asked.withModel(route.model()), losses);
        policy.check(losses.toList());
        return new ReadyCall(route, call, losses, false);
    }
}
