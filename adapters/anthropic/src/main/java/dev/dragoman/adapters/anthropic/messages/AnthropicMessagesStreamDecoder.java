// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

import dev.dragoman.dialect.ReplySource;
import dev.dragoman.dialect.StreamDecoder;
import dev.dragoman.dialect.StreamedParts;
import dev.dragoman.framing.Frame;
import dev.dragoman.json.JsonReader;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.prepare.ReplyRestorer;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A stream of events, ended by {@code message_stop}. Source: {@code MessageStream} of npm {@code @anthropic-ai/sdk} 1.11.0. The
 * kind of an event is read from its JSON; kinds that nobody knows are passed over, as the vendor asks.
 */
final class AnthropicMessagesStreamDecoder implements StreamDecoder {
    private final AnthropicMessagesMessage message;
    private final ReplyRestorer restorer;
    private final AnthropicMessagesDelta delta = new AnthropicMessagesDelta();
    private final SortedMap<Integer, AnthropicMessagesOpenBlock> open = new TreeMap<>();
    private final StreamedParts parts;
    private boolean started;
    private boolean over;

    AnthropicMessagesStreamDecoder(ReplySource source) {
        parts = new StreamedParts(source.origin());
        message = new AnthropicMessagesMessage(source.origin());
        restorer = new ReplyRestorer(source.plan());
    }

    @Override
    public void decode(Frame frame, Consumer<? super ChatEvent> out) {
        if (over || frame.length() == 0) {
            return;
        }
        try (JsonReader in = JsonReader.reply(frame.buffer(), frame.offset(), frame.length())) {
            event(in, restorer.into(out));
            in.end();
        } catch (ChatException e) {
            over = true;
            throw e;
        }
    }

    private void event(JsonReader in, Consumer<? super ChatEvent> out) {
        String type = null;
        int index = 0;
        AnthropicMessagesBlock block = null;
        ChatError error = null;
        delta.clear();
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "type" -> type = in.string();
                case "index" -> index = (int) in.integer();
                case "message" -> message.read(in);
                case "content_block" -> block = AnthropicMessagesBlock.read(in, parts.origin());
                case "delta" -> delta.read(in, message);
                case "usage" -> message.usage().merge(in);
                case "error" -> error = AnthropicMessagesErrors.inStream(in.raw());
                default -> {
                    if ("message_delta".equals(type)) {
                        message.keep(in);
                    } else {
                        in.skip();
                    }
                }
            }
        }
        if (type == null) {
            throw in.missing("type");
        }
        switch (type) {
            case "message_start" -> start(out);
            case "content_block_start" -> {
                if (block == null) {
                    throw in.missing("content_block");
                }
                begin(index, block, in, out);
            }
            case "content_block_delta" -> {
                AnthropicMessagesOpenBlock grown = open.get(index);
                if (grown == null) {
                    throw in.invalid("a delta of content block " + index + ", which is not open");
                }
                grown.grow(delta, parts, out);
            }
            case "content_block_stop" -> {
                AnthropicMessagesOpenBlock closed = open.remove(index);
                if (closed != null) {
                    closed.end(parts, out);
                }
            }
            case "message_stop" -> stop(out);
            case "ping" -> out.accept(new ChatEvent.Heartbeat());
            case "error" -> {
                over = true;
                out.accept(new ChatEvent.StreamFailed(
                        error != null ? error : ChatError.of(ErrorKind.UPSTREAM, "The vendor reported a failure")));
            }
            default -> {}
        }
    }

    private void start(Consumer<? super ChatEvent> out) {
        if (!started) {
            started = true;
            message.start(out);
        }
    }

    private void begin(int index, AnthropicMessagesBlock block, JsonReader in, Consumer<? super ChatEvent> out) {
        start(out);
        AnthropicMessagesOpenBlock before = open.remove(index);
        if (before != null) {
            before.end(parts, out);
        }
        AnthropicMessagesOpenBlock begun = AnthropicMessagesOpenBlock.of(block, in);
        open.put(index, begun);
        begun.begin(parts, out);
    }

    private void stop(Consumer<? super ChatEvent> out) {
        over = true;
        if (!message.hasEnded()) {
            fail("The vendor's stream says it is done, but not why the answer ended", out);
            return;
        }
        start(out);
        open.values().forEach(block -> block.end(parts, out));
        message.finish(parts.hasCalls(), out);
    }

    @Override
    public void end(Consumer<? super ChatEvent> out) {
        if (!over) {
            over = true;
            fail("The vendor's stream ended before the answer was complete", out);
        }
    }

    private static void fail(String text, Consumer<? super ChatEvent> out) {
        out.accept(new ChatEvent.StreamFailed(
                ChatError.of(ErrorKind.UPSTREAM, text).withCode("stream_interrupted")));
    }
}
