// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.http;

import dev.dragoman.dialect.ReplySource;
import dev.dragoman.json.JsonReader;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.runtime.Buffers;
import dev.dragoman.runtime.provider.Answer;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/** A whole answer that came over HTTP. */
final class HttpAnswer implements Answer {
    private final HttpCall call;
    private final VendorReply reply;
    private final Buffer body;

    HttpAnswer(HttpCall call, VendorReply reply, Buffer body) {
        this.call = call;
        this.reply = reply;
        this.body = body;
    }

    @Override
    public @Nullable Buffer regularBody() {
        ReplySource source = call.source(reply);
        try (JsonReader in = Buffers.read(body, JsonReader::reply)) {
            return call.dialect().responseDecoder().isRegular(in, source) ? body : null;
        } catch (ChatException e) {
            throw new ChatException(call.client().faults().unreadable(e), e);
        }
    }

    @Override
    public ChatResponse decode() {
        try {
            return call.dialect().responseDecoder().decode(body.getBytes(), call.source(reply));
        } catch (ChatException e) {
            throw new ChatException(call.client().faults().unreadable(e), e);
        }
    }
}
