// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.http;

import dev.dragoman.framing.Frame;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.runtime.provider.ProviderCall;
import dev.dragoman.runtime.provider.StreamHandle;
import dev.dragoman.runtime.provider.StreamSink;
import io.vertx.core.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Keeps what a stream delivers. Asks for the next batch at once, or after the first content only when told to. */
final class RecordingStream implements StreamSink {
    private final Context context;
    private final List<ChatEvent> events = new ArrayList<>();
    private final List<String> frames = new ArrayList<>();
    private final CompletableFuture<List<ChatEvent>> ended = new CompletableFuture<>();
    private final CompletableFuture<Void> content = new CompletableFuture<>();
    private boolean reading;
    private StreamHandle handle;

    RecordingStream(Context context, boolean reading) {
        this.context = context;
        this.reading = reading;
    }

    void start(ProviderCall call) {
        context.runOnContext(now -> {
            handle = call.stream(this);
            handle.fetch();
        });
    }

    /** Reads on, without a pause from now on. */
    void read() {
        context.runOnContext(now -> {
            reading = true;
            handle.fetch();
        });
    }

    void cancel() {
        context.runOnContext(now -> handle.cancel());
    }

    @Override
    public void event(ChatEvent event) {
        events.add(event);
        if (event.isContent()) {
            content.complete(null);
        }
    }

    @Override
    public void frameEnds(@Nullable Frame frame, boolean regular) {
        if (frame != null) {
            frames.add(frame.text());
        }
    }

    @Override
    public void flush() {
        if (!events.isEmpty() && events.get(events.size() - 1).isTerminal()) {
            ended.complete(List.copyOf(events));
        } else if (reading || !content.isDone()) {
            handle.fetch();
        }
    }

    /** All events, once the last has come. */
    List<ChatEvent> events() throws Exception {
        return ended.get(20, TimeUnit.SECONDS);
    }

    /** The last event. */
    ChatEvent last() throws Exception {
        List<ChatEvent> all = events();
        return all.get(all.size() - 1);
    }

    List<String> frames() {
        return frames;
    }

    CompletableFuture<List<ChatEvent>> ended() {
        return ended;
    }

    /** Waits for the first content. */
    void awaitContent() throws Exception {
        content.get(20, TimeUnit.SECONDS);
    }
}
