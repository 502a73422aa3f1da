// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.mistral.chat;

import dev.dragoman.dialect.ReplySource;
import dev.dragoman.dialect.StreamDecoder;
import dev.dragoman.framing.Frame;
import dev.dragoman.json.JsonReader;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.model.event.ChatEvent;
import java.util.function.Consumer;

/** A stream of chunks, ended by {@code [DONE]}, without which it was cut. */
final class MistralChatStreamDecoder implements StreamDecoder {
    private final MistralChatReplyReader reader;
    private boolean over;

    MistralChatStreamDecoder(ReplySource source) {
        reader = new MistralChatReplyReader(source);
    }

    @Override
    public void decode(Frame frame, Consumer<? super ChatEvent> out) {
        if (over || frame.length() == 0) {
            return;
        }
        try {
            if (frame.contentEquals("[DONE]")) {
                over = true;
                if (reader.allFinished() || reader.isBlank()) {
                    reader.finish(out);
                } else {
                    fail("The vendor's stream says it is done, but not why every choice ended", out);
                }
                return;
            }
            try (JsonReader in = JsonReader.reply(frame.buffer(), frame.offset(), frame.length())) {
                reader.read(in, out);
                in.end();
            }
        } catch (ChatException e) {
            over = true;
            throw e;
        }
    }

    @Override
    public void end(Consumer<? super ChatEvent> out) {
        if (!over) {
            over = true;
            fail("The vendor's stream ended before the answer was complete", out);
        }
    }

    private static void fail(String message, Consumer<? super ChatEvent> out) {
        out.accept(new ChatEvent.StreamFailed(
                ChatError.of(ErrorKind.UPSTREAM, message).withCode("stream_interrupted")));
    }
}
