// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit.toy;

import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.ReplySource;
import dev.dragoman.dialect.StreamDecoder;
import dev.dragoman.dialect.StreamEncoder;
import dev.dragoman.framing.Frame;
import dev.dragoman.framing.FrameDecoder;
import dev.dragoman.framing.SseDecoder;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.model.event.ChatEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Toys whose streams are broken, each in one way. */
public final class BrokenStreams {
    private BrokenStreams() {}

    /** Forgets what a refusal says. */
    public static final class DropsRefusals extends ToyDialect {
        @Override
        public StreamEncoder streamEncoder(EncodeContext context) {
            return new ToyStreamEncoder() {
                @Override
                public void encode(ChatEvent event, WireBuffer out) {
                    if (!(event instanceof ChatEvent.RefusalDelta)) {
                        super.encode(event, out);
                    }
                }
            };
        }
    }

    /** Takes what arrives at once for whole events. */
    public static final class ReadsAreFrames extends ToyDialect {
        @Override
        public FrameDecoder frameDecoder() {
            return new FrameDecoder() {
                @Override
                public void feed(byte[] bytes, int offset, int length, Consumer<? super Frame> out) {
                    SseDecoder decoder = new SseDecoder();
                    decoder.feed(bytes, offset, length, out);
                    decoder.end(out);
                }

                @Override
                public void end(Consumer<? super Frame> out) {}
            };
        }
    }

    /** Finds data only behind a blank. */
    public static final class WantsBlank extends ToyDialect {
        @Override
        public FrameDecoder frameDecoder() {
            return new FrameDecoder() {
                private final StringBuilder text = new StringBuilder();

                @Override
                public void feed(byte[] bytes, int offset, int length, Consumer<? super Frame> out) {
                    text.append(new String(bytes, offset, length, StandardCharsets.ISO_8859_1));
                }

                @Override
                public void end(Consumer<? super Frame> out) {
                    for (String event : text.toString().split("\n\n", -1)) {
                        if (event.startsWith("data: ")) {
                            byte[] data = event.substring(6).getBytes(StandardCharsets.ISO_8859_1);
                            out.accept(Frame.of(null, new String(data, StandardCharsets.UTF_8)));
                        }
                    }
                }
            };
        }
    }

    /** Tells the last delta of a part first. */
    public static final class LosesOrder extends ToyDialect {
        @Override
        public StreamEncoder streamEncoder(EncodeContext context) {
            return new ToyStreamEncoder() {
                private final List<ChatEvent> held = new ArrayList<>();

                @Override
                public void encode(ChatEvent event, WireBuffer out) {
                    if (event instanceof ChatEvent.TextDelta delta) {
                        held.add(0, delta);
                        return;
                    }
                    if (event instanceof ChatEvent.PartEnded) {
                        held.forEach(delta -> super.encode(delta, out));
                        held.clear();
                    }
                    super.encode(event, out);
                }
            };
        }
    }

    /** Reads and writes instead of passing through. */
    public static final class RelaysWhatItKnows extends ToyDialect {
        @Override
        public StreamEncoder streamEncoder(EncodeContext context) {
            return new ToyStreamEncoder() {
                @Override
                public boolean relay(Frame frame, WireBuffer out) {
                    new ToyStreamDecoder(new ToyJson()) {
                        @Override
                        public void decode(Frame first, Consumer<? super ChatEvent> events) {
                            events.accept(read(first));
                        }
                    }.decode(frame, event -> encode(event, out));
                    return true;
                }
            };
        }
    }

    /** Keeps the end to itself. */
    public static final class RelaysNoEnd extends ToyDialect {
        @Override
        public StreamEncoder streamEncoder(EncodeContext context) {
            return new ToyStreamEncoder() {
                @Override
                public boolean relay(Frame frame, WireBuffer out) {
                    return !frame.text().contains("ResponseEnded") && super.relay(frame, out);
                }
            };
        }
    }

    /** Ends, and ends again. */
    public static final class EndsTwice extends ToyDialect {
        @Override
        public StreamEncoder streamEncoder(EncodeContext context) {
            return new ToyStreamEncoder() {
                @Override
                public void encode(ChatEvent event, WireBuffer out) {
                    super.encode(event, out);
                    if (event.isTerminal()) {
                        super.encode(event, out);
                    }
                }
            };
        }
    }

    /** Takes a cut for an end. */
    public static final class FalseEnd extends ToyDialect {
        @Override
        public StreamDecoder streamDecoder(ReplySource source) {
            ToyStreamDecoder decoder = new ToyStreamDecoder(json());
            return new StreamDecoder() {
                @Override
                public void decode(Frame frame, Consumer<? super ChatEvent> out) {
                    decoder.decode(frame, out);
                }

                @Override
                public void end(Consumer<? super ChatEvent> out) {
                    decoder.end(event -> out.accept(
                            event instanceof ChatEvent.StreamFailed ? new ChatEvent.ResponseEnded() : event));
                }
            };
        }
    }

    /** Tells a failure as an end. */
    public static final class HidesFailures extends ToyDialect {
        @Override
        public StreamEncoder streamEncoder(EncodeContext context) {
            return new ToyStreamEncoder() {
                @Override
                public void encode(ChatEvent event, WireBuffer out) {
                    super.encode(event instanceof ChatEvent.StreamFailed ? new ChatEvent.ResponseEnded() : event, out);
                }
            };
        }
    }

    /** Relies on it that no frame comes twice. */
    public static final class TrustsTheOrder extends ToyDialect {
        @Override
        public StreamDecoder streamDecoder(ReplySource source) {
            return new ToyStreamDecoder(json()) {
                private final Set<String> starts = new HashSet<>();

                @Override
                public void decode(Frame frame, Consumer<? super ChatEvent> out) {
                    if (frame.text().contains("PartStarted") && !starts.add(frame.text())) {
                        throw new IllegalStateException("the part is there already");
                    }
                    super.decode(frame, out);
                }
            };
        }
    }
}
