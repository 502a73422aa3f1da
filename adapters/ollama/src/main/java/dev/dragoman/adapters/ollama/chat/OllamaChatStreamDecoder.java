// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.ollama.chat;

import dev.dragoman.dialect.ReplySource;
import dev.dragoman.dialect.StreamDecoder;
import dev.dragoman.framing.Frame;
import dev.dragoman.json.JsonReader;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.prepare.ReplyRestorer;
import java.util.function.Consumer;

/** A stream of lines, ended by the one that says {@code "done": true}. */
final class OllamaChatStreamDecoder implements StreamDecoder {
    private final OllamaChatReplyReader reader;
    private final ReplyRestorer restorer;
    private boolean over;

    OllamaChatStreamDecoder(ReplySource source) {
        reader = new OllamaChatReplyReader(source);
        restorer = new ReplyRestorer(source.plan());
    }

    @Override
    public void decode(Frame frame, Consumer<? super ChatEvent> out) {
        if (over || frame.length() == 0) {
            return;
        }
        Consumer<? super ChatEvent> restored = restorer.into(out);
        try (JsonReader in = JsonReader.reply(frame.buffer(), frame.offset(), frame.length())) {
            reader.read(in, restored);
            in.end();
        } catch (ChatException e) {
            over = true;
            throw e;
        }
        if (reader.isDone()) {
            over = true;
            reader.finish(restored);
        }
    }

    @Override
    public boolean isRegular() {
        return reader.isRegular();
    }

    @Override
    public void end(Consumer<? super ChatEvent> out) {
        if (!over) {
            over = true;
            out.accept(new ChatEvent.StreamFailed(
                    ChatError.of(ErrorKind.UPSTREAM, "The vendor's stream ended before the answer was complete")
                            .withCode("stream_interrupted")));
        }
    }
}
