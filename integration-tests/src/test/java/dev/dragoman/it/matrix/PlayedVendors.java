// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.it.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The vendors of all dialects on one port of the loopback interface. Which one is asked follows from the model. Thread-safe. */
public final class PlayedVendors implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final Map<String, Play> plays = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private final HttpServer server;

    /** Starts them. */
    public PlayedVendors() {
        server = vertx.createHttpServer(
                        new HttpServerOptions().setHost("127.0.0.1").setPort(0))
                .requestHandler(this::read);
        server.listen().toCompletionStage().toCompletableFuture().join();
    }

    /** The root of all vendors. */
    String root() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    /** Makes a model that plays this scenario, and gives its name. */
    String model(WireDialect dialect, Scenario scenario) {
        String model = "played-" + count.incrementAndGet() + "-end";
        plays.put(model, new Play(dialect, scenario, new AtomicReference<>()));
        return model;
    }

    /** What the vendor was asked for this model. */
    Play play(String model) {
        Play play = plays.get(model);
        if (play == null) {
            throw new IllegalArgumentException("nobody plays " + model);
        }
        return play;
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void read(HttpServerRequest request) {
        request.bodyHandler(body -> {
            String text = body.toString(StandardCharsets.UTF_8);
            Play play = find(URLDecoder.decode(request.path(), StandardCharsets.UTF_8), text);
            HttpServerResponse response = request.response();
            if (play == null) {
                response.setStatusCode(404).end("{\"error\":{\"message\":\"nobody plays this\"}}");
                return;
            }
            play.asked().set(new Play.Asked(request.uri(), text));
            answer(request, play);
        });
    }

    private @Nullable Play find(String path, String body) {
        int start = path.indexOf("played-");
        if (start >= 0) {
            return plays.get(path.substring(start, path.indexOf("-end", start) + "-end".length()));
        }
        JsonNode model = Fact.parse(body).get("model");
        return model == null ? null : plays.get(model.asText());
    }

    private static void answer(HttpServerRequest request, Play play) {
        HttpServerResponse response = request.response();
        Scenario scenario = play.scenario();
        response.putHeader("Content-Type", "application/json");
        if (scenario.error() != null) {
            WireError error = play.dialect().error(scenario.error());
            response.setStatusCode(error.status());
            error.headers().forEach(response::putHeader);
            response.end(error.body());
        } else if (scenario.streamed()) {
            response.putHeader("Content-Type", play.dialect().mediaType()).setChunked(true);
            stream(request, play.dialect().stream(scenario), scenario == Scenario.CUT_STREAM);
        } else {
            response.end(play.dialect().reply(scenario));
        }
    }

    private static void stream(HttpServerRequest request, List<byte[]> frames, boolean cut) {
        int count = cut ? frames.size() / 2 : frames.size();
        for (byte[] frame : frames.subList(0, count)) {
            request.response().write(Buffer.buffer(frame));
        }
        if (cut) {
            request.response()
                    .write(Buffer.buffer(new byte[0]))
                    .onComplete(written -> request.connection().close());
        } else {
            request.response().end();
        }
    }
}
