// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway;

import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.TokenCounts;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.loss.LossPolicy;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.runtime.provider.CallHandle;
import dev.dragoman.runtime.provider.TokenCall;
import dev.dragoman.runtime.provider.TokenCounter;
import dev.dragoman.runtime.provider.TokenSink;
import dev.dragoman.runtime.routing.Route;
import dev.dragoman.translate.Translator;

/** Has a vendor count the tokens of a request. */
final class CountTask implements ExchangeTask {
    @Override
    public CallHandle serve(Exchange exchange, byte[] body) {
        Dialect dialect = exchange.dialect();
        TokenCounts counts = dialect.tokenCounts()
                .orElseThrow(() -> unsupported("Clients of " + dialect.id() + " cannot ask for a number of tokens"));
        LossPolicy policy = exchange.policy();
        WireRequest wire = exchange.wire(body);
        ChatRequest request = counts.decodeRequest(wire);
        Route route = exchange.models().route(request.model());
        exchange.reply().servedBy(route);
        TokenCounter counter = route.provider().counter();
        if (counter == null) {
            throw unsupported("The provider '" + route.provider().name() + "' cannot be asked for a number of tokens");
        }
        Losses losses = new Losses();
        TokenCall call;
        if (route.provider().speaks(dialect, route.model())) {
            call = counter.forward(wire, route.model(), losses);
        } else {
            Losses found = new Losses();
            call = counter.count(request.withModel(route.model()), found);
            losses.addAll(Translator.locate(dialect, request, found.toList()));
        }
        policy.check(losses.toList());
        exchange.reply().losses(losses.toList());
        return call.send(new TokenSink() {
            @Override
            public void counted(long inputTokens) {
                exchange.reply().json(counts.encodeResponse(inputTokens));
                exchange.finish();
            }

            @Override
            public void failed(ChatError error) {
                exchange.fail(error);
            }
        });
    }

    private static RuntimeException unsupported(String message) {
        return ChatError.of(ErrorKind.NOT_IMPLEMENTED, message)
                .withCode("unsupported_operation")
                .toException();
    }
}
