// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.deployment.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.gateway.GatewayStopListener;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An answer that never ends does not keep the application from stopping, and is not cut without a word. */
class StopTimeoutTest {
    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Watched.class, Watched.Received.class))
            .overrideConfigKey("quarkus.dragoman.gateway.enabled", "true")
            .overrideRuntimeConfigKey("quarkus.dragoman.gateway.stop-timeout", "300ms")
            .overrideRuntimeConfigKey("quarkus.dragoman.provider.openai.api-key", "fake")
            .overrideRuntimeConfigKey("quarkus.dragoman.provider.openai.base-url", Watched.HOST + "/v1");

    @TestHTTPResource("/")
    URI gateway;

    private HttpURLConnection ask(String path) throws IOException {
        HttpURLConnection request =
                (HttpURLConnection) gateway.resolve(path).toURL().openConnection();
        request.setDoOutput(true);
        request.setReadTimeout(20_000);
        request.getOutputStream()
                .write(("{\"model\":\"openai/m\",\"stream\":true,\"max_tokens\":9,"
                                + "\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}")
                        .getBytes(StandardCharsets.UTF_8));
        return request;
    }

    @Test
    void what_does_not_end_is_told_why_in_its_dialect() throws Exception {
        try (InputStream openai = ask("/v1/chat/completions").getInputStream();
                InputStream anthropic = ask("/v1/messages").getInputStream()) {
            assertThat(openai.read()).isEqualTo('d');
            assertThat(anthropic.read()).isEqualTo('e');
            CompletableFuture<Void> stopped = new CompletableFuture<>();
            new GatewayStopListener().preShutdown(() -> stopped.complete(null));
            assertThat(stopped).isNotDone();

            assertThat(new String(openai.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("data: {\"error\":{\"message\":\"The gateway is being stopped")
                    .doesNotContain("[DONE]");
            assertThat(new String(anthropic.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("event: error\ndata: {\"type\":\"error\"", "The gateway is being stopped")
                    .doesNotContain("message_stop");
            stopped.get(20, TimeUnit.SECONDS);
        }
    }
}
