// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.benchmarks.load;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A vendor that answers at once, whole or streamed, in both dialects. A model with {@code paced} in its name streams one frame
 * every {@value #PACE_MS} milliseconds. A process of its own: {@code Upstream <port>}.
 */
public final class Upstream {
    private static final int PACE_MS = 100;

    private final Vertx vertx;
    private final Buffer[] whole = {UpstreamBodies.whole(false), UpstreamBodies.whole(true)};
    private final List<List<Buffer>> streams = List.of(UpstreamBodies.stream(false), UpstreamBodies.stream(true));

    private Upstream(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Listens until it is ended. */
    public static void main(String[] args) {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        Upstream upstream = new Upstream(vertx);
        vertx.createHttpServer(new HttpServerOptions()
                        .setHost("127.0.0.1")
                        .setPort(Integer.parseInt(args[0]))
                        .setTcpNoDelay(true)
                        .setAcceptBacklog(8192))
                .requestHandler(upstream::answer)
                .listen()
                .onFailure(failure -> {
                    System.err.println(failure);
                    System.exit(1);
                });
    }

    private void answer(HttpServerRequest request) {
        int dialect = request.path().endsWith("/messages") ? 1 : 0;
        request.body().onSuccess(body -> {
            String head = body.getString(0, Math.min(body.length(), 200), StandardCharsets.ISO_8859_1.name());
            HttpServerResponse response = request.response();
            if (!streams(body)) {
                response.putHeader("content-type", "application/json").end(whole[dialect]);
                return;
            }
            response.putHeader("content-type", "text/event-stream").setChunked(true);
            if (head.contains("paced")) {
                paced(response, streams.get(dialect));
            } else {
                send(response, streams.get(dialect), 0);
            }
        });
    }

    /** Frame by frame, each a write of its own, as a vendor does whose tokens come one by one. */
    private static void send(HttpServerResponse response, List<Buffer> frames, int from) {
        for (int i = from; i < frames.size(); i++) {
            if (response.closed()) {
                return;
            }
            if (response.writeQueueFull()) {
                int next = i;
                response.drainHandler(drained -> send(response, frames, next));
                return;
            }
            response.write(frames.get(i));
        }
        response.end();
    }

    private void paced(HttpServerResponse response, List<Buffer> frames) {
        int[] next = {0};
        vertx.setPeriodic(1, PACE_MS, timer -> {
            if (response.closed()) {
                vertx.cancelTimer(timer);
            } else if (next[0] == frames.size()) {
                vertx.cancelTimer(timer);
                response.end();
            } else {
                response.write(frames.get(next[0]++));
            }
        });
    }

    private static boolean streams(Buffer body) {
        int from = Math.max(0, body.length() - 400);
        return body.getString(from, body.length(), StandardCharsets.ISO_8859_1.name())
                        .contains("\"stream\":true")
                || body.getString(0, Math.min(400, body.length()), StandardCharsets.ISO_8859_1.name())
                        .contains("\"stream\":true");
    }
}
