// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.mistral.chat;

import dev.dragoman.dialect.ReplySource;
import dev.dragoman.json.JsonReader;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.model.event.ResponseAssembler;
import dev.dragoman.model.response.ChatResponse;

/** Whole answer to canonical answer, by the fold of the stream: a whole answer is a stream of one chunk. */
final class MistralChatResponseDecoder {
    private MistralChatResponseDecoder() {}

    static ChatResponse decode(byte[] body, ReplySource source) {
        ResponseAssembler assembler = new ResponseAssembler();
        MistralChatReplyReader reader = new MistralChatReplyReader(source);
        try (JsonReader in = JsonReader.reply(body)) {
            reader.read(in, assembler);
            in.end();
        }
        if (!reader.sawChoices()) {
            throw new ChatException(ChatError.of(
                    ErrorKind.UPSTREAM, "The vendor's answer is not a chat completion: it has no 'choices'"));
        }
        reader.finish(assembler);
        return assembler.response();
    }
}
