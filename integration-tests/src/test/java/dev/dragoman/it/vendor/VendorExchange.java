// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.it.vendor;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** One request at the vendor and the answer to it. Thread-safe. */
public final class VendorExchange {
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Vertx vertx;
    private final Received received;
    private final HttpServerResponse response;
    private final CompletableFuture<Void> gone = new CompletableFuture<>();
    private final AtomicLong written = new AtomicLong();

    VendorExchange(Vertx vertx, Received received, HttpServerResponse response) {
        this.vertx = vertx;
        this.received = received;
        this.response = response;
        response.closeHandler(nothing -> leave());
        response.exceptionHandler(failure -> leave());
    }

    private void leave() {
        if (!response.ended()) {
            gone.complete(null);
        }
    }

    /** What was asked. */
    public Received received() {
        return received;
    }

    /** Bytes of the body that were handed to the connection so far. */
    public long written() {
        return written.get();
    }

    /** Whether the connection takes no more for now. */
    public boolean blocked() {
        return response.writeQueueFull();
    }

    /** Whether the caller went away before the answer was complete. */
    public boolean isGone() {
        return gone.isDone();
    }

    /** Waits until the caller goes away before the answer is complete; fails if it stays. */
    public void awaitGone() throws Exception {
        gone.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    HttpServerResponse response() {
        return response;
    }

    void run(Runnable action) {
        vertx.runOnContext(nothing -> action.run());
    }

    /** Does something again and again until the caller goes away. */
    void repeat(Duration pause, Runnable action) {
        vertx.setPeriodic(pause.toMillis(), timer -> {
            if (isGone()) {
                vertx.cancelTimer(timer);
            } else {
                action.run();
            }
        });
    }

    /** Sends a whole answer. */
    void answer(int status, Map<String, String> headers, Buffer body) {
        response.setStatusCode(status);
        response.putHeader("x-request-id", "req_vendor");
        headers.forEach(response::putHeader);
        response.end(body);
    }

    /** Begins a streamed answer. */
    void begin() {
        response.setChunked(true)
                .putHeader("x-request-id", "req_vendor")
                .putHeader("Content-Type", "text/event-stream; charset=utf-8");
    }

    void frame(String data) {
        write("data: " + data + "\n\n");
    }

    void write(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        written.addAndGet(bytes.length);
        response.write(Buffer.buffer(bytes));
    }

    void end() {
        response.end();
    }

    /** Breaks the connection. */
    void cut() {
        response.reset();
    }
}
