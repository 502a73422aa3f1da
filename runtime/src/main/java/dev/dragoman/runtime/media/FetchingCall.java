// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.media;

import dev.dragoman.loss.Loss;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.media.MediaFetches;
import dev.dragoman.media.MediaIntake;
import dev.dragoman.media.WantedMedia;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.content.MediaSource;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.runtime.provider.AnswerSink;
import dev.dragoman.runtime.provider.CallHandle;
import dev.dragoman.runtime.provider.ProviderCall;
import dev.dragoman.runtime.provider.StreamHandle;
import dev.dragoman.runtime.provider.StreamSink;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Fetches first, then makes the call with what was fetched and sends it. */
final class FetchingCall implements ProviderCall {
    private final MediaFetcher fetcher;
    private final ChatRequest request;
    private final MediaIntake intake;
    private final List<WantedMedia> wanted;
    private final List<Loss> expected;
    private final CallMaker maker;
    private final UnaryOperator<String> places;

    /**
     * A call.
     *
     * @param wanted what to fetch; all else keeps its address
     * @param expected losses that were reported before
     */
    FetchingCall(
            MediaFetcher fetcher,
            ChatRequest request,
            MediaIntake intake,
            List<WantedMedia> wanted,
            List<Loss> expected,
            CallMaker maker) {
        this(fetcher, request, intake, wanted, expected, maker, UnaryOperator.identity());
    }

    private FetchingCall(
            MediaFetcher fetcher,
            ChatRequest request,
            MediaIntake intake,
            List<WantedMedia> wanted,
            List<Loss> expected,
            CallMaker maker,
            UnaryOperator<String> places) {
        this.fetcher = fetcher;
        this.request = request;
        this.intake = intake;
        this.wanted = wanted;
        this.expected = expected;
        this.maker = maker;
        this.places = places;
    }

    @Override
    public ProviderCall locating(UnaryOperator<String> newPlaces) {
        return new FetchingCall(fetcher, request, intake, wanted, expected, maker, newPlaces);
    }

    @Override
    public CallHandle answer(AnswerSink sink) {
        Pending pending = new Pending(sink::failed);
        pending.start(call -> pending.sent = call.answer(sink));
        return pending;
    }

    @Override
    public StreamHandle stream(StreamSink sink) {
        PendingStream pending = new PendingStream(sink);
        pending.start(pending::send);
        return pending;
    }

    private ProviderCall ready(Map<String, MediaSource.Base64> contents) {
        Losses losses = new Losses();
        ProviderCall call =
                maker.call(MediaFetches.substitute(request, intake, medium -> contents.get(medium.path())), losses);
        for (Loss loss : losses.toList()) {
            if (loss.kind() == LossKind.DROPPED && !expected.contains(loss)) {
                refuseIfFetched(loss);
            }
        }
        return call;
    }

    /** What was fetched for the vendor and is left out all the same was not foreseen, so that nobody was told. */
    private void refuseIfFetched(Loss loss) {
        for (WantedMedia medium : wanted) {
            String part = medium.path().substring(0, medium.path().lastIndexOf('.'));
            if (loss.path().equals(part)) {
                throw MediaFaults.refused(medium, "is nothing that the vendor takes: " + loss.reason());
            }
        }
    }

    /** A call whose media are under way, or that was sent. */
    private class Pending implements CallHandle {
        private final Consumer<ChatError> failure;
        private final MediaRun run = new MediaRun(fetcher);

        @Nullable CallHandle sent;

        private boolean cancelled;

        Pending(Consumer<ChatError> failure) {
            this.failure = failure;
        }

        void start(Consumer<ProviderCall> send) {
            run.start(wanted).onComplete(fetched -> {
                if (cancelled) {
                    return;
                }
                if (fetched.failed()) {
                    failure.accept(error(fetched.cause()));
                    return;
                }
                ProviderCall call;
                try {
                    call = ready(fetched.result());
                } catch (ChatException e) {
                    failure.accept(e.error().relocated(places));
                    return;
                }
                send.accept(call);
            });
        }

        private ChatError error(Throwable cause) {
            return cause instanceof ChatException e
                    ? e.error().relocated(places)
                    : ChatError.of(ErrorKind.INTERNAL, "Media of the request could not be fetched");
        }

        @Override
        public void cancel() {
            cancelled = true;
            if (sent != null) {
                sent.cancel();
            } else {
                run.cancel();
            }
        }
    }

    /** A streamed one. Nothing is delivered before it is asked for, a failure neither. */
    private final class PendingStream implements StreamHandle {
        private final StreamSink sink;
        private final Pending pending = new Pending(this::failed);
        private @Nullable StreamHandle stream;
        private @Nullable ChatError error;
        private boolean asked;

        PendingStream(StreamSink sink) {
            this.sink = sink;
        }

        void start(Consumer<ProviderCall> send) {
            pending.start(send);
        }

        void send(ProviderCall call) {
            StreamHandle handle = call.stream(sink);
            stream = handle;
            pending.sent = handle;
            if (asked) {
                handle.fetch();
            }
        }

        private void failed(ChatError found) {
            error = found;
            if (asked) {
                deliver(found);
            }
        }

        private void deliver(ChatError found) {
            error = null;
            sink.event(new ChatEvent.StreamFailed(found));
            sink.flush();
        }

        @Override
        public void fetch() {
            asked = true;
            if (stream != null) {
                stream.fetch();
            } else if (error != null) {
                deliver(error);
            }
        }

        @Override
        public void cancel() {
            error = null;
            pending.cancel();
        }
    }
}
