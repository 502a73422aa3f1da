// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.attempt;

import dev.dragoman.runtime.provider.AnswerSink;
import dev.dragoman.runtime.provider.CallHandle;
import dev.dragoman.runtime.provider.ProviderCall;
import dev.dragoman.runtime.provider.StreamHandle;
import dev.dragoman.runtime.provider.StreamSink;
import dev.dragoman.runtime.routing.Pool;
import java.util.Objects;

/**
 * A whole run as if it were one call.
 *
 * @param question what is asked
 * @param pool who may be asked
 * @param settings what all runs have in common
 * @param observer is told how it goes
 */
public record RunCall(Question question, Pool pool, RunSettings settings, RunObserver observer)
        implements ProviderCall {
    /** Checks that nothing required is missing. */
    public RunCall {
        Objects.requireNonNull(question, "question");
        Objects.requireNonNull(pool, "pool");
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(observer, "observer");
    }

    @Override
    public CallHandle answer(AnswerSink sink) {
        AnswerRun run = new AnswerRun(question, pool, settings, observer, sink);
        run.start();
        return run;
    }

    @Override
    public StreamHandle stream(StreamSink sink) {
        StreamRun run = new StreamRun(question, pool, settings, observer, sink);
        run.start();
        return run;
    }
}
