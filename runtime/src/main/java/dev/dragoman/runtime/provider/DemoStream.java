// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.provider;

import dev.dragoman.model.event.ChatEvent;
import java.util.Queue;

/** Hands out the demo model's events one by one, as they would come from a vendor. */
final class DemoStream implements StreamHandle {
    private final Queue<ChatEvent> events;
    private final StreamSink sink;
    private boolean wanted;
    private boolean delivering;

    DemoStream(Queue<ChatEvent> events, StreamSink sink) {
        this.events = events;
        this.sink = sink;
    }

    /** The sink asks from within {@link StreamSink#flush()}: a loop instead of a recursion. */
    @Override
    public void fetch() {
        wanted = true;
        if (delivering) {
            return;
        }
        delivering = true;
        while (wanted && !events.isEmpty()) {
            wanted = false;
            sink.event(events.remove());
            sink.flush();
        }
        delivering = false;
    }

    @Override
    public void cancel() {
        events.clear();
    }
}
