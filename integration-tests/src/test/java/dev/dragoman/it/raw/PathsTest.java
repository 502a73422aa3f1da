// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.it.raw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.it.vendor.VendorResource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the endpoints are, and what every answer carries. */
@QuarkusTest
@WithTestResource(value = VendorResource.class, scope = TestResourceScope.GLOBAL)
class PathsTest {
    @TestHTTPResource("/")
    URI root;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v1/chat/completions",
                "openai-chat/v1/chat/completions",
                "v4/beta/chat/completions",
                "openai-chat/v4/beta/chat/completions",
            })
    void chat_is_served(String path) throws Exception {
        assertThat(Http.text(Http.post(root.resolve(path), Http.ask("demo/chat"))))
                .contains("You wrote: \"Hello!\".");
        HttpResponse<String> streamed = Http.post(
                root.resolve(path),
                new JsonObject(Http.ask("demo/chat")).put("stream", true).encode());
        assertThat(streamed.headers().firstValue("content-type").orElse("")).startsWith("text/event-stream");
        assertThat(streamed.body()).startsWith("data: {").endsWith("data: [DONE]\n\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "openai/deployments/house/chat/completions",
                "openai/deployments/house/chat/completions?api-version=2024-10-21",
                "openai/deployments/demo%2Fchat/chat/completions?api-version=2024-10-21",
                "openai-chat/openai/deployments/house/chat/completions",
            })
    void a_deployment_names_the_model(String path) throws Exception {
        JsonObject body = new JsonObject(Http.ask("ignored"));
        assertThat(Http.text(Http.post(root.resolve(path), body.encode(), "api-key", "any")))
                .contains("Hello!");
        body.remove("model");
        assertThat(Http.text(Http.post(root.resolve(path), body.encode(), "api-key", "any")))
                .contains("Hello!");
    }

    @Test
    void an_unknown_deployment_is_not_found() throws Exception {
        URI uri = root.resolve("openai/deployments/none/chat/completions");
        assertThat(Http.error(Http.post(uri, Http.ask("demo/chat")), 404).getString("code"))
                .isEqualTo("model_not_found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1/models", "openai-chat/v1/models"})
    void models_are_listed(String path) throws Exception {
        HttpResponse<String> response = Http.get(root.resolve(path));
        assertThat(response.statusCode()).isEqualTo(200);
        JsonObject list = new JsonObject(response.body());
        assertThat(list.getString("object")).isEqualTo("list");
        JsonArray data = list.getJsonArray("data");
        Set<String> ids = new HashSet<>();
        IntStream.range(0, data.size()).mapToObj(data::getJsonObject).forEach(model -> {
            assertThat(model.getString("object")).isEqualTo("model");
            assertThat(model.getLong("created")).isPositive();
            assertThat(model.getString("owned_by")).isNotBlank();
            ids.add(model.getString("id"));
        });
        assertThat(ids).contains("demo/chat", "demo/reasoner", "house");
        assertThat(response.body()).doesNotContain(VendorResource.KEY);
    }

    @Test
    void every_answer_has_an_id_of_its_own() throws Exception {
        URI chat = root.resolve("v1/chat/completions");
        Set<String> ids = new HashSet<>();
        ids.add(requestId(Http.post(chat, Http.ask("demo/chat"))));
        ids.add(requestId(Http.post(chat, Http.ask("demo/chat"))));
        ids.add(requestId(Http.post(chat, Http.ask("nobody/x"))));
        ids.add(requestId(Http.get(root.resolve("v1/models"))));
        ids.add(requestId(Http.post(
                chat, new JsonObject(Http.ask("demo/chat")).put("stream", true).encode())));
        assertThat(ids).hasSize(5).allSatisfy(id -> assertThat(id).isNotBlank());
    }

    private static String requestId(HttpResponse<String> response) {
        assertThat(response.headers().allValues("x-request-id")).hasSize(1);
        return response.headers().firstValue("x-request-id").orElseThrow();
    }

    @Test
    void the_endpoint_of_seed_004_takes_its_own_fields() throws Exception {
        String body = "{\"model\":\"demo/chat\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello!\"}],"
                + "\"temperature\":7.5,\"top_k\":40,\"max_tokens\":256}";
        HttpResponse<String> response = Http.post(root.resolve("v4/beta/chat/completions"), body, "x-api-key", "any");
        assertThat(Http.text(response)).contains("Hello!");
    }

    @Test
    void health_is_up() throws Exception {
        assertThat(Http.get(root.resolve("q/health/ready")).body()).contains("UP");
        assertThat(Http.get(root.resolve("q/health/live")).body()).contains("UP");
    }
}
