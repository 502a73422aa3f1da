// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.it.vendor;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A vendor that speaks OpenAI Chat on an ephemeral port of the loopback interface. Thread-safe. */
public final class VendorServer implements AutoCloseable {
    private static final int SEND_BUFFER = 64 * 1024;

    private final Vertx vertx = Vertx.vertx();
    private final Map<String, VendorScript> scripts = new ConcurrentHashMap<>();
    private final AtomicInteger models = new AtomicInteger();
    private final HttpServer server;

    /** Starts it. */
    public VendorServer() {
        HttpServerOptions options =
                new HttpServerOptions().setHost("127.0.0.1").setPort(0).setSendBufferSize(SEND_BUFFER);
        server = vertx.createHttpServer(options).requestHandler(this::read);
        server.listen().toCompletionStage().toCompletableFuture().join();
    }

    /** What the SDK calls the base URL. */
    public String baseUrl() {
        return "http://127.0.0.1:" + server.actualPort() + "/v1";
    }

    /** Makes a model that gives these replies, one after the other; the last one is repeated. */
    public VendorScript script(VendorReply... replies) {
        VendorScript script = new VendorScript("model-" + models.incrementAndGet(), List.of(replies));
        scripts.put(script.model(), script);
        return script;
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void read(HttpServerRequest request) {
        Map<String, String> headers = new TreeMap<>();
        request.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        request.bodyHandler(buffer -> {
            JsonObject body = buffer.length() == 0 ? new JsonObject() : buffer.toJsonObject();
            Received received = new Received(request.uri(), headers, body);
            VendorExchange exchange = new VendorExchange(vertx, received, request.response());
            VendorScript script = scripts.get(body.getString("model", ""));
            if (script == null || !request.path().equals("/v1/chat/completions")) {
                VendorReplies.error(
                                404, Wire.error("No such model", "invalid_request_error", "model_not_found"), Map.of())
                        .to(exchange);
            } else {
                script.answer(exchange);
            }
        });
    }
}
