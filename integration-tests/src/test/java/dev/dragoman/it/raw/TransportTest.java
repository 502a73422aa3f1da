// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.it.raw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.it.vendor.VendorResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Bodies that come in odd ways, clients that leave, and many of them at once. */
@QuarkusTest
@WithTestResource(value = VendorResource.class, scope = TestResourceScope.GLOBAL)
class TransportTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final int CROWD = 100;

    @TestHTTPResource("/v1/chat/completions")
    URI chat;

    private HttpRequest chunked(byte[] body) {
        return HttpRequest.newBuilder(chat)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();
    }

    @Test
    void a_body_in_chunks() throws Exception {
        byte[] body = Http.ask("demo/chat").getBytes(StandardCharsets.UTF_8);
        assertThat(Http.text(CLIENT.send(chunked(body), HttpResponse.BodyHandlers.ofString())))
                .contains("Hello!");
    }

    @Test
    void a_large_body_within_the_limit() throws Exception {
        JsonObject body = new JsonObject(Http.ask("demo/chat")).put("metadata", new JsonObject());
        body.getJsonArray("messages").getJsonObject(0).put("content", "word ".repeat(700_000));
        assertThat(Http.text(Http.post(chat, body.encode()))).contains("You wrote: \"word word");
        HttpResponse<String> response = CLIENT.send(
                chunked(body.encode().getBytes(StandardCharsets.UTF_8)), HttpResponse.BodyHandlers.ofString());
        assertThat(Http.text(response)).contains("You wrote: \"word word");
    }

    @Test
    void an_oversized_body_is_refused_before_it_is_sent() throws Exception {
        try (Socket socket = send("Content-Length: 1000000000\r\n\r\n{\"model\"")) {
            assertThat(statusLine(socket)).contains(" 413 ");
        }
    }

    @Test
    void an_oversized_body_in_chunks_is_refused_while_it_is_sent() throws Exception {
        String piece = "100000\r\n" + " ".repeat(0x100000) + "\r\n";
        try (Socket socket = send("Transfer-Encoding: chunked\r\n\r\n")) {
            byte[] bytes = piece.getBytes(StandardCharsets.US_ASCII);
            try {
                for (int i = 0; i < 6; i++) {
                    socket.getOutputStream().write(bytes);
                }
                assertThat(statusLine(socket)).contains(" 413 ");
            } catch (IOException e) {
                // The gateway has hung up on what was still on its way, and its answer may be lost with that.
                assertThat(e).isInstanceOf(SocketException.class);
            }
        }
    }

    @Test
    void a_client_may_wait_for_the_permission_to_send() throws Exception {
        byte[] body = Http.ask("demo/chat").getBytes(StandardCharsets.UTF_8);
        try (Socket socket = send("Expect: 100-continue\r\nContent-Length: " + body.length + "\r\n\r\n")) {
            assertThat(statusLine(socket)).contains(" 100 ");
            socket.getOutputStream().write(body);
            assertThat(statusLine(socket)).isEmpty();
            assertThat(statusLine(socket)).contains(" 200 ");
        }
    }

    @Test
    void a_client_that_leaves_in_the_middle_does_no_harm() throws Exception {
        for (int i = 0; i < 10; i++) {
            send("Content-Length: 1000\r\n\r\n{\"model\":").close();
        }
        assertThat(Http.text(Http.post(chat, Http.ask("demo/chat")))).contains("Hello!");
    }

    @Test
    void many_at_once() throws Exception {
        String body =
                new JsonObject(Http.ask("demo/reasoner")).put("stream", true).encode();
        HttpRequest request = HttpRequest.newBuilder(chat)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        List<CompletableFuture<HttpResponse<String>>> all = IntStream.range(0, CROWD)
                .mapToObj(i -> CLIENT.sendAsync(request, HttpResponse.BodyHandlers.ofString()))
                .toList();
        for (CompletableFuture<HttpResponse<String>> one : all) {
            assertThat(one.get(30, TimeUnit.SECONDS).body()).endsWith("data: [DONE]\n\n");
        }
    }

    private Socket send(String rest) throws IOException {
        Socket socket = new Socket(chat.getHost(), chat.getPort());
        socket.setSoTimeout(20_000);
        String head = "POST " + chat.getPath() + " HTTP/1.1\r\nHost: " + chat.getAuthority()
                + "\r\nContent-Type: application/json\r\n";
        socket.getOutputStream().write((head + rest).getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    /** The next line, without its end. */
    private static String statusLine(Socket socket) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = socket.getInputStream().read();
                c >= 0 && c != '\n';
                c = socket.getInputStream().read()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
