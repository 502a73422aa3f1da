// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.deployment.fault;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Vendors inside the application under test, which do what a test tells them and count what they are asked. */
@Singleton
public class FaultyVendors {
    private static final Map<String, Shape> SHAPES = Map.of(
            "open", new OpenAiShape(),
            "claude", new AnthropicShape(),
            "spare", new OpenAiShape(),
            "spareclaude", new AnthropicShape());

    private final Map<String, Deque<Fault>> scripts = new ConcurrentHashMap<>();
    private final Map<String, List<String>> requests = new ConcurrentHashMap<>();
    private final Map<String, List<String>> keys = new ConcurrentHashMap<>();

    /** What a vendor does from now on, request by request; the last for all that follow. */
    void script(String vendor, Fault... faults) {
        scripts.put(vendor, new ArrayDeque<>(List.of(faults)));
        requests.put(vendor, Collections.synchronizedList(new ArrayList<>()));
        keys.put(vendor, Collections.synchronizedList(new ArrayList<>()));
    }

    /** The bodies that a vendor was sent since its script was written. */
    List<String> requests(String vendor) {
        return List.copyOf(requests.getOrDefault(vendor, List.of()));
    }

    /** The credentials that they came with. */
    List<String> keys(String vendor) {
        return List.copyOf(keys.getOrDefault(vendor, List.of()));
    }

    void routes(@Observes Router router) {
        SHAPES.forEach((vendor, shape) -> router.post("/" + vendor + shape.path())
                .handler(routing -> {
                    routing.request().body().onSuccess(body -> serve(vendor, shape, routing, body));
                    routing.request().resume();
                }));
    }

    private void serve(String vendor, Shape shape, RoutingContext routing, Buffer body) {
        HttpServerRequest request = routing.request();
        requests.get(vendor).add(body.toString());
        keys.get(vendor).add(String.valueOf(request.getHeader("authorization")));
        Deque<Fault> script = scripts.get(vendor);
        Fault fault;
        synchronized (script) {
            fault = script.size() > 1 ? script.remove() : script.element();
        }
        boolean stream = Boolean.TRUE.equals(body.toJsonObject().getBoolean("stream"));
        answer(fault, shape, stream, request);
    }

    private static void answer(Fault fault, Shape shape, boolean stream, HttpServerRequest request) {
        HttpServerResponse response = request.response();
        switch (fault) {
            case BUSY_FOR_A_MOMENT ->
                refuse(response.putHeader("retry-after-ms", "5"), 429, shape.error("rate_limit_error", "slow down"));
            case BUSY_FOR_LONG ->
                refuse(response.putHeader("retry-after", "3600"), 429, shape.error("rate_limit_error", "slow down"));
            case BUSY -> refuse(response, 429, shape.error("rate_limit_error", "slow down"));
            case BROKEN -> refuse(response, 500, shape.error("api_error", "broken"));
            case UNAVAILABLE -> refuse(response, 503, shape.error("api_error", "unavailable"));
            case UNKNOWN_KEY -> refuse(response, 401, shape.error("authentication_error", "unknown key"));
            case WRONG -> refuse(response, 400, shape.error("invalid_request_error", "wrong"));
            case TOO_LONG -> refuse(response, 400, shape.tooLong());
            case FILTERED -> refuse(response, 400, shape.filtered());
            case RESET -> request.connection().close();
            case SILENT -> {}
            default -> {
                if (stream) {
                    stream(fault, shape, request, begin(response, shape));
                } else {
                    whole(fault, shape, request);
                }
            }
        }
    }

    private static HttpServerResponse begin(HttpServerResponse response, Shape shape) {
        response.putHeader("content-type", "text/event-stream").setChunked(true).write(shape.begin());
        return response;
    }

    private static void whole(Fault fault, Shape shape, HttpServerRequest request) {
        HttpServerResponse response = request.response().putHeader("content-type", "application/json");
        String answer = shape.whole("Good day");
        switch (fault) {
            case NONSENSE, MALFORMED -> response.end(answer.substring(0, answer.length() / 2));
            case CUT, ENDLESS ->
                response.putHeader("content-length", "100000")
                        .write(answer)
                        .onComplete(written -> request.connection().close());
            case STALLS, WORDLESS ->
                response.putHeader("content-length", "100000").write(answer);
            default -> response.end(answer);
        }
    }

    private static void stream(Fault fault, Shape shape, HttpServerRequest request, HttpServerResponse response) {
        switch (fault) {
            case NONE -> response.end(shape.piece("Good") + shape.piece(" day") + shape.end());
            case HELLO -> response.end(shape.piece("Hel") + shape.piece("lo") + shape.end());
            case CONTINUES ->
                response.end(shape.piece("Good").replace("Good", "lo") + shape.piece(" World") + shape.end());
            case WORDLESS -> request.connection(); // its beginning was all
            case CUT ->
                response.write(shape.piece("Hel"))
                        .onComplete(written -> request.connection().close());
            case STALLS -> response.write(shape.piece("Hel") + shape.keepAlive());
            case MALFORMED -> response.end(shape.piece("Hel") + shape.malformed());
            case NONSENSE -> response.end(shape.malformed());
            case ENDLESS -> response.end(shape.piece("Hel"));
            default -> throw new IllegalStateException(fault.name());
        }
    }

    private static void refuse(HttpServerResponse response, int status, String body) {
        response.setStatusCode(status)
                .putHeader("content-type", "application/json")
                .end(body);
    }

    static String text(String body) {
        return new JsonObject(body)
                .getJsonArray("choices")
                .getJsonObject(0)
                .getJsonObject("message")
                .getString("content");
    }
}
