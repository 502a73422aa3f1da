// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.attempt;

import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.runtime.provider.Answer;
import dev.dragoman.runtime.provider.AnswerSink;
import dev.dragoman.runtime.provider.CallHandle;
import dev.dragoman.runtime.routing.Pool;
import io.vertx.core.buffer.Buffer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** A run whose answer comes whole. What cannot be read is a failure like any other. */
public final class AnswerRun extends AttemptRun {
    private static final Logger LOG = Logger.getLogger(AnswerRun.class);

    private final AnswerSink sink;

    /** @param sink takes the answer or the last failure */
    public AnswerRun(Question question, Pool pool, RunSettings settings, RunObserver observer, AnswerSink sink) {
        super(question, pool, settings, observer);
        this.sink = sink;
    }

    @Override
    CallHandle send(ReadyCall call, Attempt made) {
        return call.call().answer(new AnswerSink() {
            @Override
            public void answered(Answer answer) {
                Answer read;
                try {
                    Buffer same = call.relayed() ? answer.regularBody() : null;
                    read = new Read(answer, same, same == null ? answer.decode() : null);
                } catch (ChatException e) {
                    made.fail(e.error());
                    return;
                }
                if (!isOver()) {
                    made.content();
                    tell(read);
                    made.succeed();
                    sink.answered(read);
                    record().ended(AttemptLog.OK);
                }
            }

            @Override
            public void failed(ChatError error) {
                made.fail(error);
            }
        });
    }

    private void tell(Answer answer) {
        if (record().watches().areCurious()) {
            try {
                record().watches().told(answer.decode());
            } catch (ChatException e) {
                LOG.debug("An answer passes through that cannot be read", e);
            }
        }
    }

    @Override
    void deliver(ChatError error) {
        sink.failed(error);
    }

    /** An answer that was read. */
    private record Read(
            Answer answer,
            @Nullable Buffer regularBody,
            @Nullable ChatResponse response) implements Answer {

        @Override
        public ChatResponse decode() {
            return response != null ? response : answer.decode();
        }
    }
}
