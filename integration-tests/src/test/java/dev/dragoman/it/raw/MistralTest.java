// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.it.raw;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mistral's API, which has no Java SDK, below the id of its dialect. */
@QuarkusTest
class MistralTest {
    @TestHTTPResource("/mistral/v1/chat/completions")
    URI chat;

    private static JsonObject weather() {
        return new JsonObject("""
                {"model":"demo/chat","messages":[{"role":"user","content":"Call get_weather for Oslo"}],
                 "tools":[{"type":"function","function":{"name":"get_weather","parameters":{"type":"object",
                  "properties":{"city":{"type":"string"}},"required":["city"]}}}],"tool_choice":"any"}
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo/chat", "house"})
    void answers(String model) throws Exception {
        HttpResponse<String> response = Http.post(chat, Http.ask(model));
        assertThat(Http.text(response)).contains("Hello!");
        assertThat(new JsonObject(response.body()).getJsonObject("usage").getInteger("total_tokens"))
                .isPositive();
    }

    @Test
    void streams() throws Exception {
        HttpResponse<String> response = Http.post(
                chat, new JsonObject(Http.ask("demo/chat")).put("stream", true).encode());
        assertThat(response.headers().firstValue("content-type").orElse("")).startsWith("text/event-stream");
        assertThat(response.body())
                .startsWith("data: {")
                .contains("\"finish_reason\":\"stop\"")
                .endsWith("data: [DONE]\n\n");
    }

    @Test
    void calls_a_tool_whole_and_streamed() throws Exception {
        JsonObject choice = new JsonObject(Http.post(chat, weather().encode()).body())
                .getJsonArray("choices")
                .getJsonObject(0);
        JsonObject call =
                choice.getJsonObject("message").getJsonArray("tool_calls").getJsonObject(0);
        assertThat(choice.getString("finish_reason")).isEqualTo("tool_calls");
        assertThat(call.getString("id")).isNotBlank();
        assertThat(call.getJsonObject("function").getString("name")).isEqualTo("get_weather");
        assertThat(call.getJsonObject("function").getValue("arguments").toString())
                .contains("Oslo");
        assertThat(Http.post(chat, weather().put("stream", true).encode()).body())
                .contains("get_weather", "Oslo", "\"finish_reason\":\"tool_calls\"");
    }

    /** Mistral answers 400, not 404. */
    @Test
    void an_unknown_model_is_an_error_of_its_own_shape() throws Exception {
        HttpResponse<String> response = Http.post(chat, Http.ask("nobody/chat"));
        assertThat(response.statusCode()).isEqualTo(400);
        JsonObject error = new JsonObject(response.body());
        assertThat(error.getString("object")).isEqualTo("error");
        assertThat(error.getString("type")).isEqualTo("invalid_model");
        assertThat(error.getString("message")).contains("nobody");
    }
}
