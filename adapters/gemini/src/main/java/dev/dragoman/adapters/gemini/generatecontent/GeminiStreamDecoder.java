// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

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
 * A stream of answers that each add to the one before. It ends by closing: complete is what says why it ended. Source: the stream
 * parser of npm {@code @google/genai} 3.1.0.
 */
final class GeminiStreamDecoder implements StreamDecoder {
    private final GeminiReply reply;
    private final ReplyRestorer restorer;
    private final boolean regular;
    private boolean over;

    GeminiStreamDecoder(ReplySource source) {
        reply = new GeminiReply(source, false);
        restorer = new ReplyRestorer(source.plan());
        regular = source.plan().isEmpty();
    }

    @Override
    public void decode(Frame frame, Consumer<? super ChatEvent> out) {
        if (over || frame.length() == 0) {
            return;
        }
        try (JsonReader in = JsonReader.reply(frame.buffer(), frame.offset(), frame.length())) {
            GeminiChunk chunk = GeminiChunk.read(in);
            in.end();
            if (chunk.error != null) {
                over = true;
                out.accept(new ChatEvent.StreamFailed(chunk.error));
                return;
            }
            reply.take(chunk, restorer.into(out));
        } catch (ChatException e) {
            over = true;
            throw e;
        }
    }

    /** What was disguised in the request shows in the frames. */
    @Override
    public boolean isRegular() {
        return regular;
    }

    @Override
    public void end(Consumer<? super ChatEvent> out) {
        if (over) {
            return;
        }
        over = true;
        if (reply.isComplete()) {
            reply.finish(restorer.into(out));
        } else {
            out.accept(new ChatEvent.StreamFailed(
                    ChatError.of(ErrorKind.UPSTREAM, "The vendor's stream ended before the answer was complete")
                            .withCode("stream_interrupted")));
        }
    }
}
