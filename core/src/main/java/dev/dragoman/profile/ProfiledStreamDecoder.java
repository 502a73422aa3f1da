// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

import dev.dragoman.dialect.ReplySource;
import dev.dragoman.dialect.StreamDecoder;
import dev.dragoman.framing.Frame;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.event.ChatEvent;
import java.util.function.Consumer;

/** The stream of a vendor, brought into the form of its dialect. Not thread-safe. */
final class ProfiledStreamDecoder implements StreamDecoder {
    private final ProfiledReplies replies;
    private final StreamDecoder inner;
    /** Frames that differ from what clients know are all written anew: one that told an end must not be told twice. */
    private final boolean rewritten;

    private final Relay relay = new Relay();
    private final ReplyFilter filter;
    private boolean regular = true;
    private boolean over;

    /** The consumer of the moment, behind a filter that lives as long as the stream. */
    private static final class Relay implements Consumer<ChatEvent> {
        private Consumer<? super ChatEvent> target = event -> {};

        @Override
        public void accept(ChatEvent event) {
            target.accept(event);
        }
    }

    ProfiledStreamDecoder(ProfiledReplies replies, StreamDecoder inner, ReplySource source) {
        this.replies = replies;
        this.inner = inner;
        this.rewritten = !replies.streamsPlainly() || !source.plan().isEmpty();
        this.filter = replies.filter(source, ProfiledReplies.restored(source.plan(), relay));
    }

    @Override
    public void decode(Frame frame, Consumer<? super ChatEvent> out) {
        if (over) {
            return;
        }
        ChatError error = replies.error(frame.buffer(), frame.offset(), frame.length());
        if (error != null) {
            over = true;
            regular = false;
            out.accept(new ChatEvent.StreamFailed(error));
            return;
        }
        relay.target = out;
        inner.decode(frame, filter);
        regular = inner.isRegular() && !rewritten;
    }

    @Override
    public boolean isRegular() {
        return regular;
    }

    @Override
    public void end(Consumer<? super ChatEvent> out) {
        if (!over) {
            over = true;
            relay.target = out;
            inner.end(filter);
            regular = inner.isRegular() && !rewritten;
        }
    }
}
