// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway;

import dev.dragoman.dialect.DecodedRequest;
import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.loss.Loss;
import dev.dragoman.loss.LossPolicy;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.runtime.attempt.Question;
import dev.dragoman.runtime.attempt.ReadyCall;
import dev.dragoman.runtime.attempt.Requests;
import dev.dragoman.runtime.provider.ProviderCall;
import dev.dragoman.runtime.routing.Route;
import dev.dragoman.translate.Translator;
import java.util.List;

/** What a client asks: passed through to vendors that speak its dialect, translated for all others. */
final class GatewayQuestion implements Question {
    private final Dialect dialect;
    private final WireRequest wire;
    private final ChatRequest request;
    /** What was brought into the bounds of the client's dialect, whoever serves it. */
    private final List<Loss> taken;

    private final LossPolicy policy;

    GatewayQuestion(Dialect dialect, WireRequest wire, DecodedRequest decoded, LossPolicy policy) {
        this.dialect = dialect;
        this.wire = decoded.forwardable(wire);
        this.request = decoded.request();
        this.taken = decoded.losses();
        this.policy = policy;
    }

    @Override
    public String client() {
        return dialect.id();
    }

    @Override
    public ReadyCall prepare(Route route) {
        boolean passes = route.provider().speaks(dialect, route.model())
                && !route.provider().asksRepeatedly(request.withModel(route.model()));
        if (!passes) {
            return translate(route, request);
        }
        Losses losses = taken();
        ProviderCall call = route.provider().forward(wire, request, route.model(), losses);
        policy.check(losses.toList());
        boolean relayed = route.provider().relays(dialect, route.model(), request.stream());
        return new ReadyCall(route, call, losses, relayed);
    }

    @Override
    public ReadyCall prepareContinuation(Route route, List<String> texts) {
        return translate(route, Requests.continued(request, texts));
    }

    @Override
    public boolean continues(Route route) {
        return Requests.wantsOneAnswer(request) && route.provider().continues(request.withModel(route.model()));
    }

    @Override
    public boolean isRepeatable() {
        return Requests.isRepeatable(request);
    }

    private Losses taken() {
        Losses losses = new Losses();
        losses.addAll(taken);
        return losses;
    }

    private ReadyCall translate(Route route, ChatRequest asked) {
        Losses found = new Losses();
        ProviderCall call;
        try {
            call = route.provider().call(asked.withModel(route.model()), found).locating(this::locate);
        } catch (ChatException e) {
            throw new ChatException(e.error().relocated(this::locate), e);
        }
        Losses losses = taken();
        losses.addAll(Translator.locate(dialect, request, found.toList()));
        policy.check(losses.toList());
        return new ReadyCall(route, call, losses, false);
    }

    /** Where the client's own body says what stands at this canonical path. */
    private String locate(String path) {
        return dialect.requestPaths().locate(request, path);
    }
}
