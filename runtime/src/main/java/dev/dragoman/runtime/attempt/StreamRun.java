// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.attempt;

import dev.dragoman.framing.Frame;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.runtime.provider.CallHandle;
import dev.dragoman.runtime.provider.StreamHandle;
import dev.dragoman.runtime.provider.StreamSink;
import dev.dragoman.runtime.routing.Pool;
import dev.dragoman.runtime.routing.Target;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run whose answer comes in pieces. Until content comes a failure moves on unseen. After that the next target goes on with the
 * answer, if what was said is plain text and the target is known to continue texts without a seam; else the failure ends the stream.
 */
public final class StreamRun extends AttemptRun implements StreamHandle {
    /** Name of the field that tells who has served parts of an answer. */
    public static final String SERVED_BY = "served_by";

    private final StreamSink sink;
    private final StreamProgress progress = new StreamProgress();
    private final List<String> servers = new ArrayList<>(1);
    private @Nullable StreamHandle stream;
    private @Nullable ChatError broke;
    private boolean wanted;

    /** @param sink takes the answer */
    public StreamRun(Question question, Pool pool, RunSettings settings, RunObserver observer, StreamSink sink) {
        super(question, pool, settings, observer);
        this.sink = sink;
    }

    /** Who has served the answer so far, as {@code provider/model}, in order; a copy. */
    public List<String> servers() {
        return List.copyOf(servers);
    }

    @Override
    public void fetch() {
        wanted = true;
        if (stream != null) {
            stream.fetch();
        }
    }

    @Override
    CallHandle send(ReadyCall call, Attempt made) {
        stream = null;
        if (broke == null) {
            progress.clear();
            sink.restarts();
        }
        StreamHandle handle = call.call().stream(new Pieces(made, broke == null ? null : new Splice(progress)));
        stream = handle;
        if (wanted) {
            handle.fetch();
        }
        return handle;
    }

    @Override
    @Nullable ReadyCall ready(Target target) {
        if (broke == null) {
            return super.ready(target);
        }
        return question().continues(target.route())
                ? question().prepareContinuation(target.route(), progress.texts())
                : null;
    }

    @Override
    boolean recovers(ChatError error) {
        broke = broke == null ? error : broke;
        return FailureRules.isFault(error) && progress.isContinuable();
    }

    @Override
    ChatError verdict(ChatError last) {
        return broke == null ? last : broke;
    }

    @Override
    void deliver(ChatError error) {
        sink.event(new ChatEvent.StreamFailed(error));
        sink.flush();
    }

    /** Who has served it, told shortly before the end. */
    private ChatEvent servedBy() {
        WireBuffer out = new WireBuffer(64);
        try (JsonWriter json = new JsonWriter(out)) {
            json.beginObject().field(SERVED_BY, servers).endObject();
        }
        return new ChatEvent.ExtensionsAdded(
                ChatEvent.ExtensionsAdded.Place.RESPONSE,
                0,
                Extensions.of(question().client(), "dragoman", RawJson.written(out)));
    }

    /** The pieces of one attempt. */
    private final class Pieces implements StreamSink {
        private final Attempt made;
        private final @Nullable Splice splice;
        private @Nullable ChatError failure;
        private boolean ended;

        Pieces(Attempt made, @Nullable Splice splice) {
            this.made = made;
            this.splice = splice;
        }

        @Override
        public void frameBegins() {
            if (splice == null) {
                sink.frameBegins();
            }
        }

        @Override
        public void event(ChatEvent event) {
            if (event instanceof ChatEvent.StreamFailed failed) {
                failure = failed.error();
                return;
            }
            record().watches().told(event);
            if (event.isContent() && !made.hasContent()) {
                begin();
            }
            ended |= event.isTerminal();
            if (splice == null) {
                pass(event);
            } else {
                if (event instanceof ChatEvent.ChoiceFinished) {
                    pass(servedBy());
                }
                splice.accept(event, this::pass);
            }
        }

        @Override
        public void frameEnds(@Nullable Frame frame, boolean regular) {
            if (splice == null && failure == null) {
                sink.frameEnds(frame, regular);
            }
        }

        @Override
        public void flush() {
            if (failure != null) {
                made.fail(failure);
                return;
            }
            if (ended) {
                made.succeed();
            }
            wanted = false;
            sink.flush();
            if (ended) {
                record().ended(AttemptLog.OK);
            }
        }

        private void begin() {
            servers.add(made.target().name());
            made.content();
            if (splice != null) {
                sink.continues();
            }
        }

        private void pass(ChatEvent event) {
            progress.accept(event);
            sink.event(event);
        }
    }
}
