// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.deployment.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.gateway.endpoint.EndpointPath;
import dev.dragoman.runtime.gateway.endpoint.Endpoints;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Broken bodies and headers at every endpoint, the same ones each time: each is answered, and none as a defect of ours. */
class FuzzTest {
    @RegisterExtension
    static final QuarkusUnitTest APPLICATION =
            new QuarkusUnitTest().withEmptyApplication().overrideConfigKey("quarkus.dragoman.gateway.enabled", "true");

    private static final int BODIES = 24;
    private static final List<String> SEEDS = List.of(
            "{\"model\":\"demo/chat\",\"max_tokens\":9,\"temperature\":0.5,\"messages\":[{\"role\":\"user\",\"content\":"
                    + "[{\"type\":\"text\",\"text\":\"Hi\"}]}],\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"f\","
                    + "\"parameters\":{\"type\":\"object\"}}}]}",
            "{\"contents\":[{\"role\":\"user\",\"parts\":[{\"text\":\"Hi\"}]}],\"generationConfig\":{\"maxOutputTokens\":9}}",
            "{\"messages\":[{\"role\":\"user\",\"content\":[{\"text\":\"Hi\"}]}],\"inferenceConfig\":{\"maxTokens\":9}}",
            "{\"model\":\"demo/chat\",\"input\":[{\"role\":\"user\",\"content\":[{\"type\":\"input_text\",\"text\":\"Hi\"}]}]}");
    private static final List<String> TOKENS = List.of(
            "null",
            "[]",
            "{}",
            "-1",
            "1e999",
            "\"\\ud800\"",
            "true",
            "99999999999999999999",
            "\"\"",
            ",",
            "\"a\":",
            "\u0000");

    private final Random random = new Random(20261120);

    @TestHTTPResource("/")
    URI root;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private byte[] body(int number) {
        if (number == 0) {
            return "[".repeat(20_000).getBytes(StandardCharsets.UTF_8);
        }
        if (number == 1) {
            return ("{\"messages\":" + "[{\"content\":".repeat(5_000)).getBytes(StandardCharsets.UTF_8);
        }
        if (number == 2) {
            byte[] noise = new byte[300];
            random.nextBytes(noise);
            return noise;
        }
        String seed = SEEDS.get(random.nextInt(SEEDS.size()));
        int at = random.nextInt(seed.length());
        if (number % 4 == 0) {
            return seed.substring(0, at).getBytes(StandardCharsets.UTF_8);
        }
        if (number % 4 == 1) {
            byte[] flipped = seed.getBytes(StandardCharsets.UTF_8);
            flipped[at] = (byte) random.nextInt(256);
            return flipped;
        }
        int colon = seed.indexOf(':', at);
        colon = colon < 0 ? seed.indexOf(':') : colon;
        int end = Math.min(seed.length(), colon + 1 + random.nextInt(40));
        String token = TOKENS.get(random.nextInt(TOKENS.size()));
        return (seed.substring(0, colon + 1) + token + seed.substring(end)).getBytes(StandardCharsets.UTF_8);
    }

    private record Answer(int status, String type, String body) {}

    private Answer send(String method, String path, byte[] body, List<String[]> headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve(path))
                .timeout(Duration.ofSeconds(20))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(header -> request.header(header[0], header[1]));
        HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("content-type").orElse(""),
                response.body());
    }

    private static List<String> paths() {
        List<String> paths = new ArrayList<>();
        for (EndpointPath path : Endpoints.paths()) {
            String filled = path.template().replace("{model:.+}", "demo%2Fchat").replace("{publisher}", "google");
            for (String dialect : path.isMounted()
                    ? List.of(
                            "openai-chat",
                            "openai-responses",
                            "anthropic-messages",
                            "gemini",
                            "bedrock-converse",
                            "cohere-v2",
                            "mistral",
                            "ollama")
                    : List.of("")) {
                paths.add(filled.replaceAll("\\{mount(:[^}]*)?}", dialect).replaceAll("\\{\\w+}", "p"));
            }
        }
        return paths;
    }

    private static void check(String what, Answer answer) {
        assertThat(answer.status())
                .as(what + " " + answer.body())
                .isBetween(200, 501)
                .isNotEqualTo(500);
        assertThat(answer.body()).as(what).doesNotContain("Exception: ", "\tat ", "java.lang");
        if (answer.status() >= 400) {
            assertThat(answer.type()).as(what).isEqualTo("application/json");
            assertThat(answer.body()).as(what + " " + answer).startsWith("{");
        }
    }

    @Test
    void broken_bodies_are_refused_in_the_dialect() throws Exception {
        List<String> paths = paths();
        assertThat(paths).hasSizeGreaterThan(100);
        for (String path : paths) {
            for (int i = 0; i < BODIES; i++) {
                byte[] body = body(i);
                check(
                        path + " " + new String(body, 0, Math.min(400, body.length), StandardCharsets.UTF_8),
                        send("POST", path, body, List.of()));
            }
        }
        Answer alive = send("POST", "/v1/chat/completions", SEEDS.get(0).getBytes(StandardCharsets.UTF_8), List.of());
        assertThat(alive.status()).isEqualTo(200);
    }

    @Test
    void odd_headers_do_no_harm() throws Exception {
        List<String> names = List.of(
                "authorization",
                "x-api-key",
                "anthropic-version",
                "anthropic-beta",
                "content-type",
                "accept",
                "x-request-id",
                "dragoman-on-loss",
                "content-encoding",
                "cookie",
                "accept-encoding",
                "x-goog-api-key",
                "if-match",
                "range",
                "origin");
        List<String> values = List.of(
                "",
                " ",
                ",",
                ";;;",
                "\u00e9\u00ff",
                "a".repeat(4000),
                "Bearer",
                "Bearer  ",
                "AWS4-HMAC-SHA256 Credential=",
                "gzip",
                "*/*;q=x",
                "bytes=0-",
                "multipart/form-data",
                "application/json; charset=nonsense",
                "\"",
                "%00",
                "${jndi:x}");
        byte[] body = SEEDS.get(0).getBytes(StandardCharsets.UTF_8);
        for (String path : paths()) {
            for (int i = 0; i < 6; i++) {
                String name = names.get(random.nextInt(names.size()));
                String value = values.get(random.nextInt(values.size()));
                for (String method : List.of("POST", "GET")) {
                    check(
                            method + " " + path + " " + name + ": " + value,
                            send(
                                    method,
                                    path,
                                    method.equals("POST") ? body : new byte[0],
                                    List.<String[]>of(new String[] {name, value})));
                }
            }
        }
    }

    @Test
    void what_is_not_http_is_turned_away() throws Exception {
        for (String text : List.of(
                "POST /v1/chat/completions HTTP/1.1\r\nhost: a\r\ncontent-length: x\r\n\r\n",
                "POST /v1/chat/completions HTTP/1.1\r\nhost: a\r\ncontent-length: -5\r\n\r\n",
                "POST /v1/chat/completions HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n{}",
                "POST /v1/chat/completions HTTP/1.1\r\nhost: a\r\nx\u0000y: b\r\n\r\n",
                "POST /v1/chat/completions HTTP/1.1\r\nhost: a\r\nb: " + "c".repeat(100_000) + "\r\n\r\n",
                "POST /" + "v".repeat(100_000) + " HTTP/1.1\r\nhost: a\r\n\r\n",
                "\u0016\u0003\u0001\u0002\r\n\r\n")) {
            try (Socket socket = new Socket(root.getHost(), root.getPort())) {
                socket.setSoTimeout(20_000);
                socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
                InputStream in = socket.getInputStream();
                byte[] head = in.readNBytes(12);
                String status = new String(head, StandardCharsets.ISO_8859_1);
                assertThat(status.isEmpty() || status.startsWith("HTTP/1.1 4") || status.startsWith("HTTP/1.0 4"))
                        .as(text.substring(0, Math.min(90, text.length())) + " -> " + status)
                        .isTrue();
            }
        }
    }
}
