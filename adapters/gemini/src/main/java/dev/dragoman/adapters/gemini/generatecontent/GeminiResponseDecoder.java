// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import dev.dragoman.dialect.ReplySource;
import dev.dragoman.json.JsonReader;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.event.ResponseAssembler;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.prepare.ReplyRestorer;
import java.util.function.Consumer;

/** Whole answer to canonical answer, by the fold of the stream. */
final class GeminiResponseDecoder {
    private GeminiResponseDecoder() {}

    static ChatResponse decode(byte[] body, ReplySource source) {
        GeminiReply reply = new GeminiReply(source, true);
        ResponseAssembler assembler = new ResponseAssembler();
        Consumer<? super ChatEvent> out = new ReplyRestorer(source.plan()).into(assembler);
        try (JsonReader in = JsonReader.reply(body)) {
            GeminiChunk chunk = GeminiChunk.read(in);
            in.end();
            if (chunk.error != null) {
                throw new ChatException(chunk.error);
            }
            if (!chunk.isAnswer()) {
                throw new ChatException(ChatError.of(
                        ErrorKind.UPSTREAM, "The vendor's answer is not one: it has neither candidates nor counts"));
            }
            reply.take(chunk, out);
        }
        if (reply.isEmpty()) {
            throw new ChatException(ChatError.of(
                    ErrorKind.UPSTREAM, "The vendor's answer has no candidates and does not say that it was blocked"));
        }
        reply.finish(out);
        return assembler.response();
    }
}
