// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.deployment.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GatewayBodyLimitTest {
    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Bodies.class))
            .overrideConfigKey("quarkus.dragoman.gateway.enabled", "true")
            .overrideRuntimeConfigKey("quarkus.dragoman.gateway.max-body-size", "100K");

    private static final Buffer TOO_LARGE = Buffer.buffer("x".repeat(150 * 1024));

    @Inject
    Vertx vertx;

    @TestHTTPResource("/v1/chat/completions")
    URI url;

    private Buffer send(HttpClient client, boolean chunked, Buffer body, int status) throws Exception {
        // Nested, so that the body is asked for on the event loop: from this thread it may be too late.
        return client.request(
                        new RequestOptions().setAbsoluteURI(url.toString()).setMethod(HttpMethod.POST))
                .compose(request -> reply(request, chunked, body).compose(response -> {
                    assertThat(response.statusCode()).isEqualTo(status);
                    return response.body();
                }))
                .toCompletionStage()
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
    }

    private static io.vertx.core.Future<HttpClientResponse> reply(
            HttpClientRequest request, boolean chunked, Buffer body) {
        if (!chunked) {
            return request.send(body);
        }
        request.setChunked(true);
        for (int i = 0; i < body.length(); i += 10_000) {
            request.write(body.slice(i, Math.min(body.length(), i + 10_000)));
        }
        request.end();
        return request.response();
    }

    @Test
    void a_body_beyond_the_limit_is_refused_in_the_dialect_and_the_client_goes_on() throws Exception {
        HttpClient client = vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(1));
        try {
            for (boolean chunked : new boolean[] {false, true}) {
                assertThat(send(client, chunked, TOO_LARGE, 413)
                                .toJsonObject()
                                .getJsonObject("error")
                                .getString("code"))
                        .isEqualTo("request_too_large");
                assertThat(send(client, chunked, Buffer.buffer(Bodies.chat("demo/chat")), 200)
                                .toString())
                        .contains("chat.completion");
            }
        } finally {
            client.close();
        }
    }

    @Test
    void a_connection_that_will_be_closed_says_so() throws Exception {
        HttpClient client = vertx.createHttpClient();
        try {
            HttpClientResponse response = client.request(
                            new RequestOptions().setAbsoluteURI(url.toString()).setMethod(HttpMethod.POST))
                    .compose(request -> reply(request, false, TOO_LARGE))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(20, TimeUnit.SECONDS);
            assertThat(response.statusCode()).isEqualTo(413);
            assertThat(response.getHeader("connection")).isEqualTo("close");
        } finally {
            client.close();
        }
    }

    @Test
    void a_body_within_the_limit_is_read_however_it_comes() throws Exception {
        HttpClient client = vertx.createHttpClient();
        Buffer body = Buffer.buffer("{\"model\":\"demo/chat\",\"messages\":[{\"role\":\"user\",\"content\":\""
                + "y".repeat(90_000) + "\"}]}");
        try {
            assertThat(send(client, false, body, 200).toString()).contains("chat.completion");
            assertThat(send(client, true, body, 200).toString()).contains("chat.completion");
        } finally {
            client.close();
        }
    }
}
