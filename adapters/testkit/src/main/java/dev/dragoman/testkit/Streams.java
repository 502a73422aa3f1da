// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit;

import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.ReplySource;
import dev.dragoman.dialect.StreamDecoder;
import dev.dragoman.dialect.StreamEncoder;
import dev.dragoman.framing.Frame;
import dev.dragoman.framing.FrameDecoder;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.event.EventGrammar;
import dev.dragoman.testkit.model.ModelDiff;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes and reads streams the way the transport does. */
final class Streams {
    private Streams() {}

    /**
     * What became of a stream's bytes.
     *
     * @param events the events, a terminal one last; a failure to read is {@link ChatEvent.StreamFailed}
     * @param frames copies of the frames
     * @param fault how the events break their grammar; {@code null} if they do not
     */
    record Read(
            List<ChatEvent> events,
            List<Frame> frames,
            @Nullable String fault) {
        /** The events without signs of life. */
        List<ChatEvent> content() {
            return events.stream()
                    .filter(event -> !(event instanceof ChatEvent.Heartbeat))
                    .toList();
        }

        /** Whether the answer was taken as complete. */
        boolean isSuccess() {
            return events.stream().anyMatch(ChatEvent.ResponseEnded.class::isInstance);
        }

        /** How the stream failed; {@code null} if it did not. */
        ChatEvent.@Nullable StreamFailed failure() {
            for (ChatEvent event : events) {
                if (event instanceof ChatEvent.StreamFailed failed) {
                    return failed;
                }
            }
            return null;
        }
    }

    /** The bytes of these events. */
    static byte[] write(Dialect dialect, EncodeContext context, List<ChatEvent> events) {
        StreamEncoder encoder = dialect.streamEncoder(context);
        WireBuffer out = new WireBuffer(1024);
        events.forEach(event -> encoder.encode(event, out));
        return out.toBytes();
    }

    /** The events of these bytes, which arrive in these pieces. Each piece is wiped after it was fed. */
    static Read read(Dialect dialect, ReplySource source, List<byte[]> pieces) {
        FrameDecoder framer = dialect.frameDecoder();
        StreamDecoder decoder = dialect.streamDecoder(source);
        List<ChatEvent> events = new ArrayList<>();
        List<Frame> frames = new ArrayList<>();
        try {
            for (byte[] piece : pieces) {
                byte[] fed = piece.clone();
                framer.feed(fed, 0, fed.length, frame -> {
                    frames.add(Frame.of(frame.event(), frame.text()));
                    decoder.decode(frame, events::add);
                });
                Arrays.fill(fed, (byte) '#');
            }
            framer.end(frame -> {
                frames.add(Frame.of(frame.event(), frame.text()));
                decoder.decode(frame, events::add);
            });
            decoder.end(events::add);
        } catch (ChatException e) {
            if (events.stream().noneMatch(ChatEvent::isTerminal)) {
                events.add(new ChatEvent.StreamFailed(e.error()));
            }
        }
        return new Read(List.copyOf(events), List.copyOf(frames), fault(events));
    }

    /** The events of these frames. */
    static Read readFrames(Dialect dialect, ReplySource source, List<Frame> frames) {
        StreamDecoder decoder = dialect.streamDecoder(source);
        List<ChatEvent> events = new ArrayList<>();
        try {
            frames.forEach(frame -> decoder.decode(frame, events::add));
            decoder.end(events::add);
        } catch (ChatException e) {
            if (events.stream().noneMatch(ChatEvent::isTerminal)) {
                events.add(new ChatEvent.StreamFailed(e.error()));
            }
        }
        return new Read(List.copyOf(events), List.copyOf(frames), fault(events));
    }

    /** Whether a frame of the stream ends it, and not only the end of the bytes. */
    static boolean endsByItself(Dialect dialect, ReplySource source, byte[] bytes) {
        StreamDecoder decoder = dialect.streamDecoder(source);
        List<ChatEvent> events = new ArrayList<>();
        FrameDecoder framer = dialect.frameDecoder();
        framer.feed(bytes, 0, bytes.length, frame -> decoder.decode(frame, events::add));
        framer.end(frame -> decoder.decode(frame, events::add));
        return events.stream().anyMatch(ChatEvent::isTerminal);
    }

    /** The frames of these bytes. */
    static List<Frame> frames(Dialect dialect, byte[] bytes) {
        List<Frame> frames = new ArrayList<>();
        FrameDecoder framer = dialect.frameDecoder();
        framer.feed(bytes, 0, bytes.length, frame -> frames.add(Frame.of(frame.event(), frame.text())));
        framer.end(frame -> frames.add(Frame.of(frame.event(), frame.text())));
        return List.copyOf(frames);
    }

    /** Whether events are the same; raw JSON in them may differ in white space. */
    static boolean same(List<ChatEvent> expected, List<ChatEvent> actual) {
        return expected.equals(actual)
                || (expected.size() == actual.size()
                        && ModelDiff.between(expected, actual).isEmpty());
    }

    /** How frames break a grammar, the end included; {@code null} if they do not. */
    static @Nullable String fault(StreamGrammar grammar, List<Frame> frames) {
        try {
            frames.forEach(grammar::accept);
            grammar.end();
            return null;
        } catch (IllegalStateException | IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static @Nullable String fault(List<ChatEvent> events) {
        EventGrammar grammar = new EventGrammar();
        try {
            events.forEach(grammar);
            grammar.end();
            return null;
        } catch (IllegalStateException e) {
            return e.getMessage();
        }
    }
}
