// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.deployment.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.gateway.GatewayStopListener;
import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An answer that never ends does not keep the application from stopping. */
class StopTimeoutTest {
    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Watched.class, Watched.Received.class))
            .overrideConfigKey("quarkus.dragoman.gateway.enabled", "true")
            .overrideRuntimeConfigKey("quarkus.dragoman.gateway.stop-timeout", "300ms")
            .overrideRuntimeConfigKey("quarkus.dragoman.provider.openai.api-key", "fake")
            .overrideRuntimeConfigKey("quarkus.dragoman.provider.openai.base-url", Watched.HOST + "/v1");

    @TestHTTPResource("/v1/chat/completions")
    URI chat;

    @Test
    void waits_no_longer_than_it_is_told_to() throws Exception {
        HttpURLConnection stream = (HttpURLConnection) chat.toURL().openConnection();
        stream.setDoOutput(true);
        stream.setReadTimeout(20_000);
        stream.getOutputStream()
                .write("{\"model\":\"openai/m\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}"
                        .getBytes(StandardCharsets.UTF_8));
        try (InputStream body = stream.getInputStream()) {
            assertThat(body.read()).isEqualTo('d');
            CompletableFuture<Void> stopped = new CompletableFuture<>();
            new GatewayStopListener().preShutdown(() -> stopped.complete(null));
            assertThat(stopped).isNotDone();
            stopped.get(20, TimeUnit.SECONDS);
        }
    }
}
