// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

import dev.dragoman.dialect.ReplySource;
import dev.dragoman.dialect.ResponseDecoder;
import dev.dragoman.json.JsonReader;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.event.ResponseAssembler;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.prepare.ReplyRestorer;
import java.util.function.Consumer;

/** Whole answer to canonical answer, by the fold of the stream: a whole answer is a stream of one chunk. */
final class OpenAiChatResponseDecoder implements ResponseDecoder {
    @Override
    public ChatResponse decode(byte[] body, ReplySource source) {
        ResponseAssembler assembler = new ResponseAssembler();
        Consumer<? super ChatEvent> out = new ReplyRestorer(source.plan()).into(assembler);
        OpenAiChatReplyReader reader = new OpenAiChatReplyReader(source);
        try (JsonReader in = JsonReader.reply(body)) {
            reader.read(in, out);
            in.end();
        }
        if (!reader.sawChoices()) {
            throw new ChatException(ChatError.of(
                    ErrorKind.UPSTREAM, "The vendor's answer is not a chat completion: it has no 'choices'"));
        }
        reader.finish(out);
        return assembler.response();
    }

    @Override
    public boolean isRegular(JsonReader in, ReplySource source) {
        return OpenAiChatWholeAnswer.isRegular(in) && source.plan().isEmpty();
    }
}
