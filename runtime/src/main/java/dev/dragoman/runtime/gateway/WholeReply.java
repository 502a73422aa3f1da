// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway;

import dev.dragoman.dialect.DecodedRequest;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.runtime.Contexts;
import dev.dragoman.runtime.attempt.AnswerRun;
import dev.dragoman.runtime.attempt.ReadyCall;
import dev.dragoman.runtime.attempt.RunObserver;
import dev.dragoman.runtime.provider.Answer;
import dev.dragoman.runtime.provider.AnswerSink;
import io.vertx.core.buffer.Buffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes a whole answer to the client. */
final class WholeReply implements AnswerSink, RunObserver {
    private final Exchange exchange;
    private final DecodedRequest asked;
    private @Nullable AnswerRun run;
    private @Nullable ReadyCall call;

    WholeReply(Exchange exchange, DecodedRequest asked) {
        this.exchange = exchange;
        this.asked = asked;
    }

    void start(AnswerRun answerRun) {
        run = answerRun;
        answerRun.start();
    }

    @Override
    public void begins(ReadyCall ready) {
        call = ready;
        exchange.reply().servedBy(ready.route());
    }

    @Override
    public void answered(Answer answer) {
        ReadyCall ready = Objects.requireNonNull(call);
        try {
            Buffer same = ready.relayed() ? answer.regularBody() : null;
            if (same != null) {
                tell(ready.losses());
                exchange.reply().json(same);
            } else {
                byte[] body = exchange.dialect()
                        .responseEncoder()
                        .encode(
                                answer.decode(),
                                Contexts.toClient(
                                                ready.losses(),
                                                asked.shape(),
                                                asked.request().model())
                                        .withVendor(ready.route().provider().adapter()));
                tell(ready.losses());
                exchange.reply().json(body);
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
        if (run != null) {
            exchange.reply().attempts(run.log(), null);
        }
        exchange.fail(error);
    }

    private void tell(Losses losses) {
        exchange.reply().losses(losses.toList());
        exchange.reply().attempts(Objects.requireNonNull(run).log(), null);
    }
}
