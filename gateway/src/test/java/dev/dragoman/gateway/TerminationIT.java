// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** SIGTERM, sent to the packaged gateway while a stream is under way. */
@Timeout(60)
class TerminationIT {
    /** What a JVM ends with after SIGTERM: 128 and the signal's number. */
    private static final int TERMINATED = 143;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private StallingVendor vendor;

    @BeforeEach
    void start() throws IOException {
        vendor = new StallingVendor();
    }

    @AfterEach
    void stop() {
        vendor.close();
    }

    private PackagedGateway gateway(String stopTimeout) throws IOException {
        return new PackagedGateway(
                "provider.openai.base-url=" + vendor.baseUrl(),
                "provider.openai.api-key=fake-key",
                "gateway.stop-timeout=" + stopTimeout);
    }

    private static HttpRequest ask(PackagedGateway gateway, String path, boolean stream) {
        return HttpRequest.newBuilder(gateway.address().resolve(path))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(30))
                .POST(HttpRequest.BodyPublishers.ofString("{\"model\":\"openai/m\",\"max_tokens\":9,\"stream\":"
                        + stream + ",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}"))
                .build();
    }

    private BufferedReader stream(PackagedGateway gateway) throws IOException, InterruptedException {
        return new BufferedReader(new InputStreamReader(
                client.send(ask(gateway, "/v1/chat/completions", true), HttpResponse.BodyHandlers.ofInputStream())
                        .body(),
                StandardCharsets.UTF_8));
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private void awaitUnready(PackagedGateway gateway) throws IOException, InterruptedException {
        HttpRequest ready = HttpRequest.newBuilder(gateway.address().resolve("/q/health/ready"))
                .build();
        while (send(ready).statusCode() == 200) {
            Thread.onSpinWait(); // the signal is on its way
        }
    }

    @Test
    void a_running_stream_ends_and_new_requests_are_turned_away() throws Exception {
        try (PackagedGateway gateway = gateway("30s");
                BufferedReader running = stream(gateway)) {
            assertThat(running.readLine()).contains("Yes");
            gateway.terminate();
            awaitUnready(gateway);

            HttpResponse<String> openai = send(ask(gateway, "/v1/chat/completions", false));
            assertThat(openai.statusCode()).isEqualTo(503);
            assertThat(openai.headers().firstValue("retry-after")).isPresent();
            assertThat(openai.body()).contains("\"code\":\"server_is_overloaded\"");
            HttpResponse<String> anthropic = send(ask(gateway, "/v1/messages", false));
            assertThat(anthropic.statusCode()).isEqualTo(529);
            assertThat(anthropic.body()).contains("\"type\":\"overloaded_error\"");

            vendor.goOn();
            assertThat(running.lines().collect(Collectors.joining("\n"))).endsWith("data: [DONE]\n");
            assertThat(gateway.status()).isIn(0, TERMINATED);
        }
    }

    @Test
    void a_stream_that_does_not_end_in_time_is_told_so() throws Exception {
        try (PackagedGateway gateway = gateway("200ms");
                BufferedReader running = stream(gateway)) {
            assertThat(running.readLine()).contains("Yes");
            gateway.terminate();
            assertThat(running.lines().collect(Collectors.joining("\n")))
                    .contains("data: {\"error\":{\"message\":\"The gateway is being stopped")
                    .doesNotContain("[DONE]");
            assertThat(gateway.status()).isIn(0, TERMINATED);
        }
    }
}
