// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

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

/**
 * A stream of chunks, ended by {@code [DONE]}. Compatible vendors may leave the end mark out: then a finish reason of every
 * choice that was asked for is taken for it, and anything less for a cut.
 */
final class OpenAiChatStreamDecoder implements StreamDecoder {
    private final OpenAiChatReplyReader reader;
    private final ReplyRestorer restorer;
    /** Whether something was disguised in the request, so that no frame may go on as it is. */
    private final boolean disguised;

    private boolean over;
    /** A frame was held back that told why a choice ended: the end must tell it. */
    private boolean owing;

    private boolean regular = true;

    OpenAiChatStreamDecoder(ReplySource source) {
        reader = new OpenAiChatReplyReader(source);
        restorer = new ReplyRestorer(source.plan());
        disguised = !source.plan().isEmpty();
    }

    @Override
    public void decode(Frame frame, Consumer<? super ChatEvent> out) {
        if (over || frame.length() == 0) {
            return;
        }
        try {
            if (frame.contentEquals("[DONE]")) {
                over = true;
                regular = !owing;
                if (reader.allFinished()) {
                    reader.finish(restorer.into(out));
                } else {
                    fail("The vendor's stream says it is done, but not why every choice ended", out);
                }
                return;
            }
            try (JsonReader in = JsonReader.reply(frame.buffer(), frame.offset(), frame.length())) {
                boolean before = reader.allFinished();
                reader.read(in, restorer.into(out));
                in.end();
                regular = reader.isRegular();
                owing |= !regular && reader.allFinished() && !before;
            }
        } catch (ChatException e) {
            over = true;
            throw e;
        }
    }

    @Override
    public boolean isRegular() {
        return regular && !disguised;
    }

    @Override
    public void end(Consumer<? super ChatEvent> out) {
        if (over) {
            return;
        }
        over = true;
        regular = !owing;
        if (reader.isComplete()) {
            reader.finish(restorer.into(out));
        } else {
            fail("The vendor's stream ended before the answer was complete", out);
        }
    }

    private static void fail(String message, Consumer<? super ChatEvent> out) {
        out.accept(new ChatEvent.StreamFailed(
                ChatError.of(ErrorKind.UPSTREAM, message).withCode("stream_interrupted")));
    }
}
