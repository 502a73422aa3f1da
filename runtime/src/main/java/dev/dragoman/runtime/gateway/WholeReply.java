// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway;

import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.runtime.provider.Answer;
import dev.dragoman.runtime.provider.AnswerSink;

/** Writes a whole answer to the client. */
final class WholeReply implements AnswerSink {
    private final Exchange exchange;
    private final EncodeContext context;
    private final Losses losses;
    private final boolean relay;

    /** @param losses what was lost of the request, and, but for an answer that is relayed, will be of the answer */
    WholeReply(Exchange exchange, EncodeContext context, Losses losses, boolean relay) {
        this.exchange = exchange;
        this.context = context;
        this.losses = losses;
        this.relay = relay;
    }

    @Override
    public void answered(Answer answer) {
        Reply reply = exchange.reply();
        try {
            if (relay) {
                reply.losses(losses.toList());
                reply.json(answer.body());
            } else {
                byte[] body = exchange.dialect().responseEncoder().encode(answer.decode(), context);
                reply.losses(losses.toList());
                reply.json(body);
            }
            exchange.finish();
        } catch (ChatException e) {
            exchange.fail(e.error());
        } catch (RuntimeException e) {
            exchange.crash(e);
        }
    }

    @Override
    public void failed(ChatError error) {
        exchange.fail(error);
    }
}
