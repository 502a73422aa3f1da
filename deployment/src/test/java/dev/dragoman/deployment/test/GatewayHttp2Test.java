// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.deployment.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.QuarkusUnitTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP/2 on the plain port, with an upgrade and with prior knowledge, as AWS' asynchronous SDK speaks it. */
class GatewayHttp2Test {
    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(jar -> jar.addClasses(Bodies.class, Vendor.class))
            .overrideConfigKey("quarkus.dragoman.gateway.enabled", "true")
            .overrideRuntimeConfigKey("quarkus.dragoman.gateway.max-body-size", "100K")
            .overrideRuntimeConfigKey("quarkus.dragoman.provider.openai.base-url", Vendor.BASE_URL);

    @Inject
    Vertx vertx;

    @Inject
    Vendor vendor;

    @TestHTTPResource("/v1/chat/completions")
    URI url;

    private HttpClient client(boolean upgrade) {
        return vertx.createHttpClient(
                new HttpClientOptions().setProtocolVersion(HttpVersion.HTTP_2).setHttp2ClearTextUpgrade(upgrade));
    }

    /** Its parts are nested, so that the body is asked for on the event loop: from another thread it may be too late. */
    private Future<Buffer> send(HttpClient client, String body, int status) {
        return client.request(
                        new RequestOptions().setAbsoluteURI(url.toString()).setMethod(HttpMethod.POST))
                .compose(request -> request.send(Buffer.buffer(body)).compose(response -> {
                    assertThat(response.version()).isEqualTo(HttpVersion.HTTP_2);
                    assertThat(response.statusCode()).isEqualTo(status);
                    return response.body();
                }));
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void answers_and_streams(boolean upgrade) throws Exception {
        HttpClient client = client(upgrade);
        try {
            for (String body : List.of(Bodies.chat("demo/chat"), Bodies.stream("demo/chat"))) {
                Buffer answer = await(send(client, body, 200));
                assertThat(answer.toString()).contains("Hello").doesNotContain("error");
            }
        } finally {
            client.close();
        }
    }

    @Test
    void many_requests_share_a_connection_that_survives_a_refusal() throws Exception {
        HttpClient client = client(false);
        try {
            await(send(client, "x".repeat(150 * 1024), 413));
            List<Future<Buffer>> answers = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                answers.add(send(client, Bodies.stream("demo/chat"), 200));
            }
            assertThat(await(Future.all(answers)).<Buffer>list())
                    .allSatisfy(answer -> assertThat(answer.toString()).endsWith("data: [DONE]\n\n"));
        } finally {
            client.close();
        }
    }

    /** Pitfall 40. */
    @Test
    void a_client_that_resets_its_stream_cancels_the_vendors_request() throws Exception {
        HttpClient client = client(false);
        try {
            HttpClientRequest request = await(client.request(
                    new RequestOptions().setAbsoluteURI(url.toString()).setMethod(HttpMethod.POST)));
            HttpClientResponse response = await(request.send(Buffer.buffer(Bodies.stream("openai/waits-forever"))));
            assertThat(response.statusCode()).isEqualTo(200);
            request.reset();
            vendor.left.get(10, TimeUnit.SECONDS);
        } finally {
            client.close();
        }
    }
}
