// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway;

import dev.dragoman.dialect.DecodedRequest;
import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.StreamEncoder;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.loss.LossPolicy;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.runtime.Contexts;
import dev.dragoman.runtime.provider.CallHandle;
import dev.dragoman.runtime.provider.Provider;
import dev.dragoman.runtime.provider.ProviderCall;
import dev.dragoman.runtime.provider.StreamHandle;
import dev.dragoman.runtime.routing.Route;
import dev.dragoman.runtime.routing.Router;
import dev.dragoman.translate.Translator;

/** Asks a model and writes its answer. */
final class ChatTask implements ExchangeTask {
    private final Router router;

    ChatTask(Router router) {
        this.router = router;
    }

    @Override
    public CallHandle serve(Exchange exchange, byte[] body) {
        Dialect dialect = exchange.dialect();
        LossPolicy policy = exchange.policy();
        WireRequest wire = exchange.wire(body);
        DecodedRequest decoded = dialect.requestDecoder().decode(wire);
        Route route = router.route(decoded.request().model());
        exchange.reply().servedBy(route);
        Losses losses = new Losses();
        boolean relay = route.provider().speaks(dialect);
        ProviderCall ready = relay
                ? route.provider().forward(wire, decoded.request(), route.model(), losses)
                : translate(dialect, decoded.request(), route, losses);
        policy.check(losses.toList());
        return send(exchange, ready, decoded, losses, relay);
    }

    private static ProviderCall translate(Dialect dialect, ChatRequest asked, Route route, Losses losses) {
        Provider provider = route.provider();
        Losses found = new Losses();
        ProviderCall ready = provider.call(asked.withModel(route.model()), found);
        losses.addAll(Translator.locate(dialect, asked, found.toList()));
        return ready;
    }

    private static CallHandle send(
            Exchange exchange, ProviderCall ready, DecodedRequest decoded, Losses losses, boolean relay) {
        Losses found = relay ? new Losses() : losses;
        EncodeContext context =
                Contexts.toClient(found, decoded.shape(), decoded.request().model());
        if (!decoded.request().stream()) {
            return ready.answer(new WholeReply(exchange, context, losses, relay));
        }
        StreamEncoder encoder = exchange.dialect().streamEncoder(context);
        StreamText text = relay ? new RelayedText(encoder, losses, found) : StreamText.translated(encoder, losses);
        StreamReply sink = new StreamReply(exchange, decoded.shape(), text);
        StreamHandle stream = ready.stream(sink);
        exchange.hold(stream);
        sink.start(stream);
        return stream;
    }
}
