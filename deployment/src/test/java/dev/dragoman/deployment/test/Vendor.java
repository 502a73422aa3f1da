// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.deployment.test;

import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A vendor inside the application under test, below {@code /vendor}. What it does follows from the name of the model. */
@Singleton
public class Vendor {
    static final String BASE_URL = "http://localhost:8081/vendor/v1";
    static final String ANSWER =
            "{\"id\":\"c1\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"m\",\"unheard_of\":1.50,"
                    + "\"choices\":[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"Yes\"},\"finish_reason\":\"stop\"}]}";
    /** A call as some compatible vendors tell it: without an id, under the reason of a text. */
    static final String IRREGULAR = ANSWER.replace(
            "\"content\":\"Yes\"}",
            "\"content\":null,\"tool_calls\":[{\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}}]}");

    static final String PIECE =
            "data: {\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"unheard_of\":1.50,"
                    + "\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"Yes\"},\"finish_reason\":null}]}\n\n";
    static final String END = "data: {\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\","
            + "\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n";

    /** A request as it arrived. */
    record Received(Map<String, String> headers, String body) {}

    final Promise<Void> goOn = Promise.promise();
    final CompletableFuture<Void> left = new CompletableFuture<>();
    final AtomicInteger flooded = new AtomicInteger();
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();

    Received received() throws InterruptedException {
        return received.poll(10, TimeUnit.SECONDS);
    }

    void routes(@Observes Router router) {
        router.post("/vendor/v1/chat/completions").handler(routing -> {
            routing.request().body().onSuccess(body -> serve(routing, body));
            routing.request().resume(); // Quarkus holds bodies back
        });
        router.post("/vendor/v1/messages/count_tokens").handler(routing -> {
            routing.request().body().onSuccess(body -> {
                keep(routing, body);
                routing.response().putHeader("content-type", "application/json").end("{\"input_tokens\":9}");
            });
            routing.request().resume();
        });
    }

    private void keep(RoutingContext routing, Buffer body) {
        Map<String, String> headers = new java.util.TreeMap<>();
        routing.request()
                .headers()
                .forEach((name, value) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), value));
        received.add(new Received(headers, body.toString()));
    }

    private void serve(RoutingContext routing, Buffer body) {
        keep(routing, body);
        JsonObject request = body.toJsonObject();
        HttpServerResponse response = routing.response();
        if (!Boolean.TRUE.equals(request.getBoolean("stream"))) {
            boolean irregular = "irregular".equals(request.getString("model"));
            response.putHeader("content-type", "application/json").end(irregular ? IRREGULAR : ANSWER);
            return;
        }
        response.putHeader("content-type", "text/event-stream").setChunked(true).write(PIECE);
        switch (request.getString("model")) {
            case "waits" -> goOn.future().onSuccess(nothing -> response.end(END));
            case "waits-forever" -> response.closeHandler(closed -> left.complete(null));
            case "later" -> routing.vertx().setTimer(50, timer -> response.end(END));
            case "floods" -> flood(response);
            default -> response.end(END);
        }
    }

    private void flood(HttpServerResponse response) {
        while (flooded.get() < 100_000) {
            if (response.writeQueueFull()) {
                response.drainHandler(drained -> flood(response));
                return;
            }
            response.write(PIECE.replace("Yes", "y".repeat(1000)));
            flooded.incrementAndGet();
        }
        response.end(END);
    }
}
