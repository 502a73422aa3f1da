// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.http;

import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.EncodedRequest;
import dev.dragoman.dialect.ReplySource;
import dev.dragoman.runtime.provider.AnswerSink;
import dev.dragoman.runtime.provider.CallHandle;
import dev.dragoman.runtime.provider.ProviderCall;
import dev.dragoman.runtime.provider.StreamHandle;
import dev.dragoman.runtime.provider.StreamSink;

/**
 * A request that is ready to be sent.
 *
 * @param client the connections to the vendor
 * @param dialect what the vendor speaks
 * @param request what it is sent
 * @param model its own name of the model
 * @param choices how many answers are asked for
 */
record HttpCall(VendorClient client, Dialect dialect, EncodedRequest request, String model, int choices)
        implements ProviderCall {
    @Override
    public CallHandle answer(AnswerSink sink) {
        HttpAnswerCall call = new HttpAnswerCall(
                this, (reply, body) -> sink.answered(new HttpAnswer(this, reply, body)), sink::failed);
        call.start();
        return call;
    }

    @Override
    public StreamHandle stream(StreamSink sink) {
        HttpStreamCall call = new HttpStreamCall(this, sink);
        call.start();
        return call;
    }

    /** Where this answer comes from. */
    ReplySource source(VendorReply reply) {
        return new ReplySource(client.settings().profile().id(), model, reply.requestId(), request.plan(), choices);
    }
}
