// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.http;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A vendor on the loopback interface that answers each request with what a test wrote, byte for byte. */
final class ScriptedVendor implements AutoCloseable {
    static final String STREAM_HEAD =
            "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n";
    static final String DONE = chunk("data: [DONE]\n\n") + "0\r\n\r\n";

    private static final Pattern CONTENT_LENGTH = Pattern.compile("(?i)\\r\\ncontent-length: *([0-9]+)");

    private final NetServer server;
    private final AtomicInteger connections = new AtomicInteger();
    private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    ScriptedVendor(Vertx vertx, Consumer<NetSocket> script) throws Exception {
        server = vertx.createNetServer();
        server.connectHandler(socket -> {
            connections.incrementAndGet();
            socket.exceptionHandler(e -> {});
            socket.closeHandler(end -> closed.complete(null));
            StringBuilder received = new StringBuilder();
            socket.handler(bytes -> {
                received.append(bytes);
                if (isComplete(received.toString())) {
                    requests.add(received.toString());
                    received.setLength(0);
                    script.accept(socket);
                }
            });
        });
        server.listen(0, "localhost").toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
    }

    static String chunk(String text) {
        return Integer.toHexString(Buffer.buffer(text).length()) + "\r\n" + text + "\r\n";
    }

    static String delta(String text) {
        return chunk(
                "data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,"
                        + "\"delta\":{\"content\":\"" + text + "\"},\"finish_reason\":null}]}\n\n");
    }

    static String finish() {
        return chunk(
                "data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":[{\"index\":0,"
                        + "\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n");
    }

    static String whole(String status, String body) {
        return "HTTP/1.1 " + status
                + "\r\ncontent-type: application/json\r\nx-request-id: vendor-1\r\nretry-after: 7\r\ncontent-length: "
                + Buffer.buffer(body).length() + "\r\n\r\n" + body;
    }

    static String answer(String text) {
        return whole(
                "200 OK",
                "{\"id\":\"c\",\"object\":\"chat.completion\",\"created\":1,\"model\":\"m\",\"unknown\":1.50,\"choices\":[{\"index\":0,"
                        + "\"message\":{\"role\":\"assistant\",\"content\":\"" + text
                        + "\"},\"finish_reason\":\"stop\"}]}");
    }

    String baseUrl() {
        return "http://localhost:" + server.actualPort() + "/v1";
    }

    int connections() {
        return connections.get();
    }

    /** The next request, head and body. */
    String request() throws InterruptedException {
        return requests.poll(5, TimeUnit.SECONDS);
    }

    /** Completes when a connection was closed, by whomever. */
    CompletableFuture<Void> closed() {
        return closed;
    }

    private static boolean isComplete(String text) {
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return false;
        }
        Matcher length = CONTENT_LENGTH.matcher(text);
        return !length.find() || text.length() >= end + 4 + Integer.parseInt(length.group(1));
    }

    @Override
    public void close() {
        server.close();
    }
}
