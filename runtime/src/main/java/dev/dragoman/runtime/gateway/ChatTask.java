// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway;

import dev.dragoman.dialect.DecodedRequest;
import dev.dragoman.dialect.Negotiation;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.json.SpelledBody;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.runtime.Contexts;
import dev.dragoman.runtime.attempt.AnswerRun;
import dev.dragoman.runtime.attempt.Question;
import dev.dragoman.runtime.attempt.RunSettings;
import dev.dragoman.runtime.attempt.StreamRun;
import dev.dragoman.runtime.provider.CallHandle;
import dev.dragoman.runtime.routing.Pool;
import dev.dragoman.runtime.routing.Route;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts a request to whoever may serve its model, and writes the answer. */
final class ChatTask implements ExchangeTask {
    private final RunSettings settings;
    private final Duration heartbeat;

    ChatTask(RunSettings settings, Duration heartbeat) {
        this.settings = settings;
        this.heartbeat = heartbeat;
    }

    @Override
    public @Nullable CallHandle serve(Exchange exchange, byte[] body) {
        // The first attempt is made ready before this returns; later ones spell their texts themselves.
        return SpelledBody.<@Nullable CallHandle>within(body, () -> ask(exchange, body));
    }

    private @Nullable CallHandle ask(Exchange exchange, byte[] body) {
        Negotiation negotiation = exchange.dialect().negotiation();
        Presentation presentation = exchange.presentation(negotiation);
        exchange.reply().present(presentation);
        WireRequest wire = exchange.wire(body);
        DecodedRequest decoded = exchange.dialect().requestDecoder().decode(wire);
        if (decoded.request().stream() && presentation.isScript()) {
            throw ChatException.invalid(negotiation.callbackParameter(), "A stream is no script");
        }
        Question question = new GatewayQuestion(exchange.dialect(), wire, decoded, exchange.policy());
        Pool pool = exchange.models().pool(decoded.request().model());
        Optional<ChatResponse> ready = exchange.dialect().answerWithoutModel(decoded.request());
        if (ready.isPresent() && pool.targets().stream().noneMatch(target -> speaks(target.route(), exchange))) {
            exchange.reply()
                    .json(exchange.dialect()
                            .responseEncoder()
                            .encode(
                                    ready.get(),
                                    Contexts.toClient(
                                            new Losses(),
                                            decoded.shape(),
                                            decoded.request().model())));
            exchange.finish();
            return null;
        }
        if (decoded.request().stream()) {
            StreamReply reply = new StreamReply(exchange, decoded);
            StreamRun run = new StreamRun(question, pool, settings, reply, reply);
            exchange.hold(run);
            reply.start(run, heartbeat);
            return run;
        }
        WholeReply reply = new WholeReply(exchange, decoded);
        AnswerRun run = new AnswerRun(question, pool, settings, reply, reply);
        exchange.hold(run);
        reply.start(run);
        return run;
    }

    private static boolean speaks(Route route, Exchange exchange) {
        return route.provider().speaks(exchange.dialect(), route.model());
    }
}
