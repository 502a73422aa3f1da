// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.dialect.ReplySource;
import dev.dragoman.dialect.StreamDecoder;
import dev.dragoman.dialect.StreamedParts;
import dev.dragoman.framing.Frame;
import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.prepare.ReplyRestorer;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A stream of events. {@code messageStop} tells why the answer ended; the counts come behind it in {@code metadata}, the last
 * event, without which a stream is complete all the same. Blocks of text and reasoning have no start: their first delta opens
 * them. Source: {@code ConverseStreamOutput} of the service model of botocore 1.43.107, and what models are seen to send.
 */
final class BedrockConverseStreamDecoder implements StreamDecoder {
    private final BedrockConverseAnswer answer;
    private final ReplyRestorer restorer;
    private final BedrockConverseDelta delta = new BedrockConverseDelta();
    private final SortedMap<Integer, BedrockConverseOpenBlock> open = new TreeMap<>();
    private final StreamedParts parts;
    private boolean started;
    private boolean over;

    BedrockConverseStreamDecoder(ReplySource source) {
        parts = new StreamedParts(source.origin());
        answer = new BedrockConverseAnswer(source);
        restorer = new ReplyRestorer(source.plan());
    }

    @Override
    public void decode(Frame frame, Consumer<? super ChatEvent> out) {
        String type = frame.event();
        if (over || type == null) {
            return;
        }
        ChatError error = BedrockConverseErrors.inStream(frame);
        if (error != null) {
            over = true;
            out.accept(new ChatEvent.StreamFailed(error));
            return;
        }
        try {
            event(type, frame, restorer.into(out));
        } catch (ChatException e) {
            over = true;
            throw e;
        }
    }

    private void event(String type, Frame frame, Consumer<? super ChatEvent> out) {
        switch (type) {
            case "messageStart" -> {
                head(frame);
                start(out);
            }
            case "contentBlockStart", "contentBlockDelta", "contentBlockStop" -> block(type, frame, out);
            case "messageStop", "metadata" -> {
                start(out);
                answer(frame);
                boolean last = type.equals("metadata") && answer.hasEnded();
                if (last) {
                    finish(out);
                }
            }
            default -> {
                // Kinds of events that nobody knows are passed over.
            }
        }
    }

    private static JsonReader reader(Frame frame) {
        return JsonReader.reply(frame.buffer(), frame.offset(), frame.length());
    }

    private void answer(Frame frame) {
        try (JsonReader in = reader(frame)) {
            in.beginObject();
            while (in.nextField()) {
                answer.field(in);
            }
            in.end();
        }
    }

    private void head(Frame frame) {
        try (JsonReader in = reader(frame)) {
            in.beginObject();
            while (in.nextField()) {
                if (in.name().equals("serviceTier")) {
                    answer.field(in);
                } else {
                    in.skip();
                }
            }
            in.end();
        }
    }

    private void start(Consumer<? super ChatEvent> out) {
        if (!started) {
            started = true;
            answer.start(out);
        }
    }

    private void block(String type, Frame frame, Consumer<? super ChatEvent> out) {
        int index = 0;
        RawJson begins = null;
        delta.clear();
        try (JsonReader in = reader(frame)) {
            in.beginObject();
            while (in.nextField()) {
                switch (in.name()) {
                    case "contentBlockIndex" -> index = number(in);
                    case "start" -> begins = in.isNull() ? null : in.raw();
                    case "delta" -> delta.read(in);
                    default -> in.skip();
                }
            }
            in.end();
        }
        start(out);
        switch (type) {
            case "contentBlockStart" -> begin(index, begins, out);
            case "contentBlockDelta" -> grow(index, out);
            default -> end(index, out);
        }
    }

    private static int number(JsonReader in) {
        Integer number = in.smallIntegerOrNull();
        return number == null ? 0 : number;
    }

    private void begin(int index, @Nullable RawJson begins, Consumer<? super ChatEvent> out) {
        end(index, out);
        BedrockConverseOpenBlock begun =
                begins == null ? null : BedrockConverseOpenBlock.ofStart(begins, parts.origin());
        if (begun != null) {
            open.put(index, begun);
            begun.begin(parts, out);
        }
    }

    private void grow(int index, Consumer<? super ChatEvent> out) {
        BedrockConverseOpenBlock block = open.get(index);
        if (block != null && !block.takes(delta)) {
            end(index, out);
            block = null;
        }
        if (block == null) {
            block = BedrockConverseOpenBlock.ofDelta(delta, parts);
            if (block == null) {
                if (delta.input != null) {
                    throw new ChatException(ChatError.of(
                            ErrorKind.UPSTREAM, "A delta of the call in block " + index + ", which did not start"));
                }
                return;
            }
            open.put(index, block);
            block.begin(parts, out);
        }
        block.grow(delta, parts, out);
    }

    private void end(int index, Consumer<? super ChatEvent> out) {
        BedrockConverseOpenBlock closed = open.remove(index);
        if (closed != null) {
            closed.end(parts, out);
        }
    }

    private void finish(Consumer<? super ChatEvent> out) {
        over = true;
        open.values().forEach(block -> block.end(parts, out));
        answer.keepTier();
        answer.finish(parts.hasCalls(), out);
    }

    @Override
    public void end(Consumer<? super ChatEvent> out) {
        if (over) {
            return;
        }
        if (answer.hasEnded()) {
            finish(restorer.into(out));
            return;
        }
        over = true;
        out.accept(new ChatEvent.StreamFailed(
                ChatError.of(ErrorKind.UPSTREAM, "The vendor's stream ended before the answer was complete")
                        .withCode("stream_interrupted")));
    }
}
