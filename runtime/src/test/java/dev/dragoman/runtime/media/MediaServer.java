// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.media;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

/** A server of media on the loopback interface. */
final class MediaServer {
    static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13};

    final Queue<String> asked = new ConcurrentLinkedQueue<>();
    private final Map<String, Handler<HttpServerRequest>> paths = new ConcurrentHashMap<>();
    private final HttpServer server;

    MediaServer(Vertx vertx) throws Exception {
        server = vertx.createHttpServer().requestHandler(request -> {
            asked.add(request.getHeader("host") + request.uri());
            paths.getOrDefault(
                            request.path(), r -> r.response().setStatusCode(404).end())
                    .handle(request);
        });
        server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    int port() {
        return server.actualPort();
    }

    /** Address of a path under a name that the tests make up. */
    String url(String host, String path) {
        return "http://" + host + ":" + port() + path;
    }

    MediaServer serves(String path, Handler<HttpServerRequest> handler) {
        paths.put(path, handler);
        return this;
    }

    MediaServer serves(String path, String type, byte[] content) {
        return serves(
                path,
                request -> request.response().putHeader("content-type", type).end(Buffer.buffer(content)));
    }

    MediaServer redirects(String path, String location) {
        return serves(
                path,
                request -> request.response()
                        .setStatusCode(302)
                        .putHeader("location", location)
                        .end());
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
