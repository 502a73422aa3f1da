// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.fanout;

import dev.dragoman.model.error.ChatError;
import dev.dragoman.runtime.provider.Answer;
import dev.dragoman.runtime.provider.AnswerSink;
import dev.dragoman.runtime.provider.CallHandle;
import dev.dragoman.runtime.provider.ProviderCall;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Calls under way whose answers come whole. All happens on one event loop. */
final class FannedAnswer implements CallHandle {
    private final List<ProviderCall> calls;
    private final AnswerSink sink;
    private final List<CallHandle> handles = new ArrayList<>();
    private final SortedMap<Integer, Answer> answers = new TreeMap<>();
    private boolean over;

    FannedAnswer(List<ProviderCall> calls, AnswerSink sink) {
        this.calls = calls;
        this.sink = sink;
    }

    void start() {
        for (int i = 0; i < calls.size() && !over; i++) {
            CallHandle handle = calls.get(i).answer(new One(i));
            if (over) {
                handle.cancel();
            }
            handles.add(handle);
        }
    }

    @Override
    public void cancel() {
        if (!over) {
            over = true;
            handles.forEach(CallHandle::cancel);
        }
    }

    /** Takes the answer of one call. */
    private final class One implements AnswerSink {
        private final int call;

        One(int call) {
            this.call = call;
        }

        @Override
        public void answered(Answer answer) {
            if (over) {
                return;
            }
            answers.put(call, answer);
            if (answers.size() == calls.size()) {
                over = true;
                sink.answered(new MergedAnswer(List.copyOf(answers.values())));
            }
        }

        @Override
        public void failed(ChatError error) {
            if (!over) {
                cancel();
                sink.failed(error);
            }
        }
    }
}
