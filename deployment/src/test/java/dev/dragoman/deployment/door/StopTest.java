// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.deployment.door;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.dragoman.runtime.gateway.GatewayStopListener;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What happens between the signal to stop and the end. */
class StopTest {
    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Watched.class, Watched.Received.class))
            .overrideConfigKey("quarkus.dragoman.gateway.enabled", "true")
            .overrideRuntimeConfigKey("quarkus.dragoman.provider.openai.api-key", "fake")
            .overrideRuntimeConfigKey("quarkus.dragoman.provider.openai.base-url", Watched.HOST + "/v1");

    private static final String ASK =
            "{\"model\":\"demo/chat\",\"max_tokens\":9,\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}";

    @Inject
    Watched vendor;

    @TestHTTPResource("/v1/chat/completions")
    URI chat;

    @Test
    void running_streams_come_to_their_end_and_nothing_new_begins() throws Exception {
        given().get("/q/health/ready").then().statusCode(200);
        HttpURLConnection stream = (HttpURLConnection) chat.toURL().openConnection();
        stream.setDoOutput(true);
        stream.setReadTimeout(20_000);
        stream.getOutputStream()
                .write("{\"model\":\"openai/m\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}"
                        .getBytes(StandardCharsets.UTF_8));
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(stream.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).contains("Yes");

            CompletableFuture<Void> stopped = new CompletableFuture<>();
            new GatewayStopListener().preShutdown(() -> stopped.complete(null));

            given().get("/q/health/ready").then().statusCode(503);
            given().get("/q/health/live").then().statusCode(200);
            given().body(ASK)
                    .post("/v1/chat/completions")
                    .then()
                    .statusCode(503)
                    .header("retry-after", notNullValue())
                    .header("connection", equalTo("close"))
                    .body("error.code", equalTo("server_is_overloaded"));
            given().body(ASK)
                    .post("/v1/messages")
                    .then()
                    .statusCode(529)
                    .body("error.type", equalTo("overloaded_error"));
            given().get("/v1/models").then().statusCode(503);
            assertThat(stopped).isNotDone();

            vendor.goOn.complete();
            assertThat(lines.lines().collect(Collectors.joining("\n"))).endsWith("data: [DONE]\n");
            stopped.get(20, TimeUnit.SECONDS);
        }
    }
}
