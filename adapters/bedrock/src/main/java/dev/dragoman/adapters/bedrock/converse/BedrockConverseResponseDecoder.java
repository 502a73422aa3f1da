// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.dialect.ReplySource;
import dev.dragoman.json.JsonReader;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.event.ResponseAssembler;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.prepare.ReplyRestorer;
import java.util.List;
import java.util.function.Consumer;

/** Whole answer to canonical answer, by the fold of the stream. */
final class BedrockConverseResponseDecoder {
    private BedrockConverseResponseDecoder() {}

    static ChatResponse decode(byte[] body, ReplySource source) {
        BedrockConverseAnswer answer = new BedrockConverseAnswer(source);
        try (JsonReader in = JsonReader.reply(body)) {
            in.beginObject();
            while (in.nextField()) {
                answer.field(in);
            }
            in.end();
        }
        List<Part> content = answer.content();
        if (content == null) {
            throw new ChatException(
                    ChatError.of(ErrorKind.UPSTREAM, "The vendor's answer has no 'output.message.content'"));
        }
        ResponseAssembler assembler = new ResponseAssembler();
        Consumer<? super ChatEvent> out = new ReplyRestorer(source.plan()).into(assembler);
        answer.start(out);
        for (int i = 0; i < content.size(); i++) {
            out.accept(new ChatEvent.PartStarted(0, i, content.get(i)));
            out.accept(new ChatEvent.PartEnded(0, i));
        }
        answer.finish(content.stream().anyMatch(ToolCall.class::isInstance), out);
        return assembler.response();
    }
}
