// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.fanout;

import dev.dragoman.runtime.provider.AnswerSink;
import dev.dragoman.runtime.provider.CallHandle;
import dev.dragoman.runtime.provider.ProviderCall;
import dev.dragoman.runtime.provider.StreamHandle;
import dev.dragoman.runtime.provider.StreamSink;
import java.util.List;

/**
 * The calls of {@link dev.dragoman.fanout.ChoiceFanOut#split} as one. All are sent at once; the first that fails ends the others.
 *
 * @param calls the calls, in the order of their choices
 */
public record FannedCall(List<ProviderCall> calls) implements ProviderCall {
    /** Copies the list. */
    public FannedCall {
        calls = List.copyOf(calls);
        if (calls.isEmpty()) {
            throw new IllegalArgumentException("there must be a call");
        }
    }

    @Override
    public CallHandle answer(AnswerSink sink) {
        FannedAnswer answer = new FannedAnswer(calls, sink);
        answer.start();
        return answer;
    }

    @Override
    public StreamHandle stream(StreamSink sink) {
        FannedStream stream = new FannedStream(calls, sink);
        stream.start();
        return stream;
    }
}
