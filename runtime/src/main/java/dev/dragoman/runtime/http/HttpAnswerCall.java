// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.http;

import dev.dragoman.model.error.ChatError;
import dev.dragoman.runtime.EventLoopTimer;
import dev.dragoman.runtime.provider.CallHandle;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A call under way that waits for a whole answer. */
final class HttpAnswerCall implements CallHandle, VendorListener {
    private final HttpCall call;
    private final BiConsumer<VendorReply, Buffer> answered;
    private final Consumer<ChatError> failed;
    private final VendorExchange exchange;
    private @Nullable EventLoopTimer timer;

    /** Exactly one of the two is told, once, unless the call is cancelled. */
    HttpAnswerCall(HttpCall call, BiConsumer<VendorReply, Buffer> answered, Consumer<ChatError> failed) {
        this.call = call;
        this.answered = answered;
        this.failed = failed;
        this.exchange = new VendorExchange(
                call.client(), call.request(), false, call.dialect().errors(), this);
    }

    void start() {
        Duration limit = call.client().limits().request();
        timer = EventLoopTimer.start(call.client().vertx(), limit, () -> {
            exchange.cancel();
            failed.accept(call.client().faults().late("did not answer", limit));
        });
        exchange.send();
    }

    @Override
    public void cancel() {
        stopTimer();
        exchange.cancel();
    }

    @Override
    public void whole(VendorReply reply, Buffer body) {
        stopTimer();
        answered.accept(reply, body);
    }

    @Override
    public void failed(ChatError error) {
        stopTimer();
        failed.accept(error);
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

    private void stopTimer() {
        if (timer != null) {
            timer.cancel();
        }
    }
}
