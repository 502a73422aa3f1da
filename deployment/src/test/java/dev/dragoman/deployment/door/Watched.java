// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.deployment.door;

import io.vertx.core.Promise;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A vendor below {@code /watched}, whatever its API: it keeps what it was sent, and answers with headers that should stay here. */
@Singleton
public class Watched {
    static final String HOST = "http://localhost:8081/watched";
    static final String ANSWER =
            "{\"id\":\"c1\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,"
                    + "\"message\":{\"role\":\"assistant\",\"content\":\"Yes\"},\"finish_reason\":\"stop\"}]}";
    static final String PIECE =
            "data: {\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\","
                    + "\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"Yes\"},\"finish_reason\":null}]}\n\n";
    static final String END = "data: {\"id\":\"c1\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\","
            + "\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n";

    /** A request as it arrived. */
    record Received(String uri, Map<String, String> headers, String body) {}

    /** When streams come to their end. */
    final Promise<Void> goOn = Promise.promise();

    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();

    Received received() throws InterruptedException {
        return received.poll(10, TimeUnit.SECONDS);
    }

    void routes(@Observes Router router) {
        router.route("/watched/*").handler(routing -> {
            routing.request().body().onSuccess(body -> serve(routing, body.toString()));
            routing.request().resume(); // Quarkus holds bodies back
        });
    }

    private void serve(RoutingContext routing, String body) {
        Map<String, String> headers = new TreeMap<>();
        routing.request().headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        received.add(new Received(routing.request().uri(), headers, body));
        HttpServerResponse response = routing.response();
        response.putHeader("set-cookie", "vendor=1")
                .putHeader("x-vendor-secret", "organisation-7")
                .putHeader("server", "vendor")
                .putHeader("access-control-allow-origin", "*")
                .putHeader("keep-alive", "timeout=1");
        if (body.contains("\"stream\":true")) {
            response.putHeader("content-type", "text/event-stream")
                    .setChunked(true)
                    .write(PIECE);
            goOn.future().onSuccess(nothing -> response.end(END));
        } else {
            response.putHeader("content-type", "application/json").end(ANSWER);
        }
    }
}
