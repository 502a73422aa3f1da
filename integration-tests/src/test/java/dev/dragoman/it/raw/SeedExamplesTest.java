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
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The request examples of the hosted gateway's manual, as they stand there but for the model; the answers have the shape of its answers. */
@QuarkusTest
@WithTestResource(value = VendorResource.class, scope = TestResourceScope.GLOBAL)
class SeedExamplesTest {
    @TestHTTPResource("/v1/chat/completions")
    URI chat;

    @ParameterizedTest
    @ValueSource(strings = {"basic", "image", "tools", "logprobs"})
    void a_whole_answer_has_the_shape_of_the_example(String name) throws Exception {
        JsonObject answer =
                new JsonObject(Http.post(chat, file(name + ".request.json"), "Authorization", "Bearer fake-key")
                        .body());
        Shape.check(new JsonObject(file(name + ".response.json")), answer, name);
        assertThat(answer.getJsonObject("usage").getInteger("total_tokens"))
                .isEqualTo(answer.getJsonObject("usage").getInteger("prompt_tokens")
                        + answer.getJsonObject("usage").getInteger("completion_tokens"));
    }

    @Test
    void the_tool_example_is_answered_by_a_call() throws Exception {
        JsonObject choice = new JsonObject(
                        Http.post(chat, file("tools.request.json")).body())
                .getJsonArray("choices")
                .getJsonObject(0);
        JsonObject function = choice.getJsonObject("message")
                .getJsonArray("tool_calls")
                .getJsonObject(0)
                .getJsonObject("function");
        assertThat(function.getString("name")).isEqualTo("get_current_weather");
        assertThat(new JsonObject(function.getString("arguments")).getString("location"))
                .isEqualTo("Boston");
        assertThat(choice.getString("finish_reason")).isEqualTo("tool_calls");
    }

    @Test
    void the_streamed_answer_has_the_shape_of_the_example() throws Exception {
        String body = Http.post(chat, file("streaming.request.json")).body();
        assertThat(body).endsWith("data: [DONE]\n\n");
        List<JsonObject> chunks = new ArrayList<>();
        for (String frame : body.split("\n\n", -1)) {
            if (frame.startsWith("data: {")) {
                chunks.add(new JsonObject(frame.substring("data: ".length())));
            }
        }
        JsonArray examples = new JsonArray(file("streaming.response.json"));
        Shape.check(examples.getJsonObject(0), chunks.get(0), "first");
        Shape.check(examples.getJsonObject(1), chunks.get(1), "second");
        Shape.check(examples.getJsonObject(2), chunks.get(chunks.size() - 1), "last");
        assertThat(chunks).allSatisfy(chunk -> {
            assertThat(chunk.getString("id")).isEqualTo(chunks.get(0).getString("id"));
            assertThat(chunk.getLong("created")).isEqualTo(chunks.get(0).getLong("created"));
            assertThat(chunk.containsKey("usage")).isFalse();
        });
    }

    private static String file(String name) throws IOException {
        try (InputStream in = SeedExamplesTest.class.getResourceAsStream("/seeds/000/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
