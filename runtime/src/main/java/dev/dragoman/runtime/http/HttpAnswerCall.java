// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.http;

import dev.dragoman.model.error.ChatError;
import dev.dragoman.runtime.provider.AnswerSink;
import dev.dragoman.runtime.provider.CallHandle;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;

/** A call under way that waits for a whole answer. */
final class HttpAnswerCall implements CallHandle, VendorListener {
    private final HttpCall call;
    private final AnswerSink sink;
    private final VendorExchange exchange;
    private long timer;

    HttpAnswerCall(HttpCall call, AnswerSink sink) {
        this.call = call;
        this.sink = sink;
        this.exchange = new VendorExchange(
                call.client(), call.request(), false, call.dialect().errors(), this);
    }

    void start() {
        Duration limit = call.client().limits().request();
        timer = vertx().setTimer(limit.toMillis(), id -> {
            exchange.cancel();
            sink.failed(call.client().faults().late("did not answer", limit));
        });
        exchange.send();
    }

    @Override
    public void cancel() {
        vertx().cancelTimer(timer);
        exchange.cancel();
    }

    @Override
    public void whole(VendorReply reply, Buffer body) {
        vertx().cancelTimer(timer);
        sink.answered(new HttpAnswer(call, reply, body));
    }

    @Override
    public void failed(ChatError error) {
        vertx().cancelTimer(timer);
        sink.failed(error);
    }

    @Override
    public void streamBegins(VendorReply reply) {
        throw new IllegalStateException("no stream was asked for");
    }

    @Override
    public void chunk(Buffer bytes) {
        throw new IllegalStateException("no stream was asked for");
    }

    @Override
    public void streamEnds() {
        throw new IllegalStateException("no stream was asked for");
    }

    private Vertx vertx() {
        return call.client().vertx();
    }
}
