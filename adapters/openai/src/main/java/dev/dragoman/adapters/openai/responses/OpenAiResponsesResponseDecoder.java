// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.responses;

import dev.dragoman.dialect.ReplySource;
import dev.dragoman.dialect.StreamedParts;
import dev.dragoman.json.JsonReader;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.event.ResponseAssembler;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.prepare.ReplyRestorer;
import java.util.function.Consumer;

/** Whole answer to canonical answer, by the fold of the stream: each item begins and ends at once. */
final class OpenAiResponsesResponseDecoder {
    private OpenAiResponsesResponseDecoder() {}

    static ChatResponse decode(byte[] body, ReplySource source) {
        OpenAiResponsesReply reply = new OpenAiResponsesReply(index -> false);
        try (JsonReader in = JsonReader.reply(body)) {
            reply.read(in);
            in.end();
        }
        ChatError failure = reply.failure();
        if (failure != null) {
            throw new ChatException(failure);
        }
        if (!reply.hasOutput()) {
            throw new ChatException(
                    ChatError.of(ErrorKind.UPSTREAM, "The vendor's answer is not a response: it has no 'output'"));
        }
        ResponseAssembler assembler = new ResponseAssembler();
        Consumer<? super ChatEvent> out = new ReplyRestorer(source.plan()).into(assembler);
        StreamedParts parts = new StreamedParts(source.origin());
        reply.start(out);
        reply.output().forEach((index, item) -> {
            OpenAiResponsesOpenItem open = OpenAiResponsesOpenItem.of(item, parts, reply.idSeed() + "_" + index);
            open.begin(item, out);
            open.close(item, out);
        });
        reply.finish(parts.hasCalls(), out);
        return assembler.response();
    }
}
