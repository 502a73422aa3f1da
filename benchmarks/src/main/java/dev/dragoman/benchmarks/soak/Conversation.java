// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.benchmarks.soak;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One request of a client and how it takes the answer. */
final class Conversation {
    /** How a client behaves. */
    enum Manner {
        /** Reads as fast as it can, to the end. */
        PATIENT,
        /** Reads in small sips at first. */
        SLOW,
        /** Goes away in the middle, or before anything has come. */
        LEAVES
    }

    /** Longer than every limit of the gateway together: an answer that takes longer hangs. */
    private static final long HANGS_MILLIS = 60_000;

    private static final int SIPS = 20;
    private static final int SIP_MILLIS = 5;
    private static final int LEAVES_MILLIS = 15;

    private final Vertx vertx;
    private final boolean stream;
    private final Manner manner;
    private final Judge judge;
    private final Consumer<Judge.Verdict> told;
    private final Buffer body = Buffer.buffer();
    private @Nullable HttpClientRequest request;
    private long timer;
    private boolean over;

    Conversation(Vertx vertx, Wire wire, Story story, boolean stream, Manner manner, Consumer<Judge.Verdict> told) {
        this.vertx = vertx;
        this.stream = stream;
        this.manner = manner;
        this.judge = new Judge(wire, story);
        this.told = told;
    }

    void start(Future<HttpClientRequest> opened, Buffer asked) {
        timer = manner == Manner.LEAVES
                ? vertx.setTimer(LEAVES_MILLIS, id -> leave(new Judge.Verdict(Outcome.LEFT, "")))
                : vertx.setTimer(HANGS_MILLIS, id -> leave(new Judge.Verdict(Outcome.WRONG, "hangs")));
        opened.onSuccess(ready -> send(ready, asked)).onFailure(this::failed);
    }

    private void send(HttpClientRequest ready, Buffer asked) {
        ready.exceptionHandler(this::failed);
        if (over) {
            ready.reset();
            return;
        }
        request = ready;
        ready.putHeader("content-type", "application/json")
                .send(asked)
                .onSuccess(this::read)
                .onFailure(this::failed);
    }

    private void read(HttpClientResponse response) {
        if (over) {
            return;
        }
        response.exceptionHandler(this::failed);
        response.handler(body::appendBuffer);
        response.endHandler(ended -> finish(judge.judge(response.statusCode(), stream, body.getBytes())));
        if (manner == Manner.SLOW) {
            response.pause();
            sip(response, SIPS);
        }
    }

    private void sip(HttpClientResponse response, int left) {
        if (left == 0) {
            response.resume();
        } else if (!over) {
            response.fetch(1);
            vertx.setTimer(SIP_MILLIS, id -> sip(response, left - 1));
        }
    }

    private void leave(Judge.Verdict verdict) {
        if (!over) {
            finish(verdict);
            if (request != null) {
                request.reset();
            }
        }
    }

    private void failed(Throwable e) {
        finish(new Judge.Verdict(Outcome.WRONG, "the connection broke: " + e));
    }

    private void finish(Judge.Verdict verdict) {
        if (!over) {
            over = true;
            vertx.cancelTimer(timer);
            told.accept(verdict);
        }
    }
}
