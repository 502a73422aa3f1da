// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.http;

import dev.dragoman.json.JsonReader;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.runtime.Buffers;
import dev.dragoman.runtime.provider.Answer;
import io.vertx.core.buffer.Buffer;

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

    /** One pass over the tokens tells whether it is a complete JSON object; only one that speaks of an error is decoded. */
    @Override
    public Buffer body() {
        boolean error = false;
        try (JsonReader in = Buffers.read(body, JsonReader::reply)) {
            in.beginObject();
            while (in.nextField()) {
                error |= !in.isNull() && in.name().equals("error");
                in.skip();
            }
            in.end();
        } catch (ChatException e) {
            throw new ChatException(call.client().faults().unreadable(e), e);
        }
        if (error) {
            decode();
        }
        return body;
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
