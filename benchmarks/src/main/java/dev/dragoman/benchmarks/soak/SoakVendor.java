// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.benchmarks.soak;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** A vendor of both dialects that misbehaves at random and counts what is open. Runs on one event loop, as do its callers. */
final class SoakVendor {
    private static final int SLOW_START_MILLIS = 40;

    private final Vertx vertx;
    private final RandomGenerator random;
    private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
    private final HttpServer server;
    private int requests;
    private int continuations;
    private int strangeContinuations;
    private int open;
    private int connections;

    SoakVendor(Vertx vertx, RandomGenerator random) {
        this.vertx = vertx;
        this.random = random;
        this.server = vertx.createHttpServer(
                        new HttpServerOptions().setHost("127.0.0.1").setTcpNoDelay(true))
                .connectionHandler(connection -> {
                    connections++;
                    connection.closeHandler(closed -> connections--);
                })
                .requestHandler(this::received);
    }

    /** Begins to listen, and gives the port. */
    int listen() {
        return server.listen(0).toCompletionStage().toCompletableFuture().join().actualPort();
    }

    /** Requests so far. */
    int requests() {
        return requests;
    }

    /** How often each fault was made. */
    Map<Fault, Integer> faults() {
        return faults;
    }

    /** Answers that broke off and were to be gone on with here. */
    int continuations() {
        return continuations;
    }

    /** Those whose beginning was never said. */
    int strangeContinuations() {
        return strangeContinuations;
    }

    /** Requests that neither were answered nor have been given up. */
    int open() {
        return open;
    }

    /** Connections, those that rest in a pool included. */
    int connections() {
        return connections;
    }

    private void received(HttpServerRequest request) {
        requests++;
        open++;
        boolean[] over = {false};
        Runnable close = () -> {
            if (!over[0]) {
                over[0] = true;
                open--;
            }
        };
        HttpServerResponse response = request.response();
        response.endHandler(ended -> close.run());
        response.closeHandler(closed -> close.run());
        response.exceptionHandler(e -> close.run());
        request.exceptionHandler(e -> close.run());
        request.body().onSuccess(body -> answer(request, body.toString()));
    }

    private void answer(HttpServerRequest request, String body) {
        Wire wire = request.path().endsWith(Wires.ANTHROPIC.path()) ? Wires.ANTHROPIC : Wires.OPENAI;
        Story story = Story.asked(body);
        if (story == null) {
            refuse(request.response(), wire, 400);
            return;
        }
        JsonObject asked = new JsonObject(body);
        String begun = Wire.begun(asked);
        if (!begun.isEmpty()) {
            continuations++;
            strangeContinuations += story.text().startsWith(begun) ? 0 : 1;
        }
        Fault fault = Fault.any(random);
        faults.merge(fault, 1, Integer::sum);
        boolean stream = Boolean.TRUE.equals(asked.getBoolean("stream"));
        if (fault == Fault.SLOW_START) {
            vertx.setTimer(SLOW_START_MILLIS, timer -> serve(request, wire, story, begun.length(), stream, fault));
        } else {
            serve(request, wire, story, begun.length(), stream, fault);
        }
    }

    private void serve(HttpServerRequest request, Wire wire, Story story, int from, boolean stream, Fault fault) {
        HttpServerResponse response = request.response();
        if (response.closed()) {
            return;
        }
        switch (fault) {
            case BUSY -> refuse(response.putHeader("retry-after-ms", "5"), wire, 429);
            case BROKEN -> refuse(response, wire, 500);
            case UNAVAILABLE -> refuse(response, wire, 503);
            case RESET -> request.connection().close();
            case SILENCE -> {} // it stays open until the gateway gives up
            default -> {
                if (stream) {
                    new Stream(request, wire, fault, story.pieces(from)).begin();
                } else {
                    whole(request, fault, wire.whole(story.text()));
                }
            }
        }
    }

    private static void refuse(HttpServerResponse response, Wire wire, int status) {
        response.setStatusCode(status)
                .putHeader("content-type", "application/json")
                .end(wire.error("status_" + status));
    }

    private static void whole(HttpServerRequest request, Fault fault, String answer) {
        HttpServerResponse response = request.response().putHeader("content-type", "application/json");
        Buffer half = Buffer.buffer(answer.substring(0, answer.length() / 2));
        switch (fault) {
            case CUT, UNFINISHED ->
                response.putHeader("content-length", Integer.toString(answer.length()))
                        .write(half)
                        .onComplete(written -> request.connection().close());
            case STALL ->
                response.putHeader("content-length", Integer.toString(answer.length()))
                        .write(half);
            case MALFORMED -> response.end(half);
            default -> response.end(answer);
        }
    }

    /** One streamed answer. */
    private static final class Stream {
        private final HttpServerRequest request;
        private final HttpServerResponse response;
        private final Wire wire;
        private final Fault fault;
        private final List<String> pieces;
        private final int until;

        Stream(HttpServerRequest request, Wire wire, Fault fault, List<String> pieces) {
            this.request = request;
            this.response = request.response();
            this.wire = wire;
            this.fault = fault;
            this.pieces = pieces;
            boolean whole = fault == Fault.NONE || fault == Fault.SLOW_START;
            this.until = whole ? pieces.size() : pieces.size() / 2;
        }

        void begin() {
            response.putHeader("content-type", "text/event-stream")
                    .setChunked(true)
                    .write(wire.begin());
            send(0);
        }

        /** Piece by piece, no faster than they are read. */
        private void send(int from) {
            for (int i = from; i < until; i++) {
                if (response.closed()) {
                    return;
                }
                if (response.writeQueueFull()) {
                    int next = i;
                    response.drainHandler(drained -> send(next));
                    return;
                }
                response.write(wire.piece(pieces.get(i)));
            }
            end();
        }

        private void end() {
            switch (fault) {
                case CUT ->
                    response.write(wire.keepAlive())
                            .onComplete(written -> request.connection().close());
                case STALL -> response.write(wire.keepAlive());
                case MALFORMED -> response.end(wire.piece("x").replace('}', ']'));
                case UNFINISHED -> response.end();
                default -> response.end(wire.end());
            }
        }
    }
}
