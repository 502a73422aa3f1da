// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.fanout;

import dev.dragoman.fanout.ChoiceStreamMerger;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.runtime.provider.ProviderCall;
import dev.dragoman.runtime.provider.StreamHandle;
import dev.dragoman.runtime.provider.StreamSink;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Calls under way whose answers come in pieces. Of each call one batch is asked for ahead, so that a slow reader slows all vendors
 * down. All happens on one event loop.
 */
final class FannedStream implements StreamHandle {
    private final StreamSink sink;
    private final ChoiceStreamMerger merger;
    private final List<Input> inputs = new ArrayList<>();
    /** Those whose batch is complete, in the order in which that happened. */
    private final Queue<Input> ready = new ArrayDeque<>();

    private boolean wanted;
    private boolean pumping;
    private boolean over;

    FannedStream(List<ProviderCall> calls, StreamSink sink) {
        this.sink = sink;
        this.merger = new ChoiceStreamMerger(calls.size(), sink::event);
        for (int i = 0; i < calls.size(); i++) {
            inputs.add(new Input(i, calls.get(i)));
        }
    }

    void start() {
        inputs.forEach(Input::start);
    }

    @Override
    public void fetch() {
        wanted = true;
        pump();
    }

    @Override
    public void cancel() {
        if (!over) {
            over = true;
            ready.clear();
            inputs.forEach(Input::cancel);
        }
    }

    /** Hands on the next batch if one is wanted and there is one. A loop, since whoever takes a batch may ask for the next at once. */
    private void pump() {
        if (pumping) {
            return;
        }
        pumping = true;
        try {
            while (wanted && !over) {
                if (ready.isEmpty()) {
                    inputs.forEach(Input::ask);
                }
                Input next = ready.poll();
                if (next == null) {
                    return;
                }
                wanted = false;
                next.deliver();
                if (merger.isOver()) {
                    cancel();
                }
                sink.flush();
            }
        } finally {
            pumping = false;
        }
    }

    /** One of the calls. */
    private final class Input implements StreamSink {
        private final int number;
        private final ProviderCall call;
        private final List<ChatEvent> batch = new ArrayList<>();
        private @Nullable StreamHandle handle;
        private boolean asked;
        private boolean ended;

        Input(int number, ProviderCall call) {
            this.number = number;
            this.call = call;
        }

        void start() {
            handle = call.stream(this);
        }

        void ask() {
            if (!ended && !asked && handle != null) {
                asked = true;
                handle.fetch();
            }
        }

        void deliver() {
            asked = false;
            batch.forEach(event -> merger.accept(number, event));
            batch.clear();
        }

        void cancel() {
            if (!ended && handle != null) {
                ended = true;
                handle.cancel();
            }
        }

        @Override
        public void event(ChatEvent event) {
            if (!over) {
                ended |= event.isTerminal();
                batch.add(event);
            }
        }

        @Override
        public void flush() {
            if (!over) {
                ready.add(this);
                pump();
            }
        }
    }
}
