// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.it.raw;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ollama's API, which has no Java SDK of its maker. */
@QuarkusTest
class OllamaTest {
    @TestHTTPResource("/")
    URI root;

    private static JsonObject ask(String model, boolean stream) {
        return new JsonObject(Http.ask(model)).put("stream", stream);
    }

    private HttpResponse<String> chat(JsonObject body) throws Exception {
        return Http.post(root.resolve("/api/chat"), body.encode());
    }

    private static List<JsonObject> lines(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("content-type").orElse("")).startsWith("application/x-ndjson");
        return response.body().lines().map(JsonObject::new).toList();
    }

    private static JsonObject weather(boolean stream) {
        return new JsonObject("""
                        {"model":"demo/chat","messages":[{"role":"user","content":"Call get_weather for Oslo"}],
                         "tools":[{"type":"function","function":{"name":"get_weather","parameters":{"type":"object",
                          "properties":{"city":{"type":"string"}},"required":["city"]}}}]}
                        """).put("stream", stream);
    }

    private static void checkCall(JsonObject message) {
        JsonObject function =
                message.getJsonArray("tool_calls").getJsonObject(0).getJsonObject("function");
        assertThat(function.getString("name")).isEqualTo("get_weather");
        assertThat(function.getJsonObject("arguments").getString("city")).isEqualTo("Oslo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo/chat", "house"})
    void answers(String model) throws Exception {
        HttpResponse<String> response = chat(ask(model, false));
        JsonObject body = new JsonObject(response.body());
        assertThat(body.getJsonObject("message").getString("content")).contains("Hello!");
        assertThat(body.getBoolean("done")).isTrue();
        assertThat(body.getInteger("eval_count")).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/chat", "/ollama/api/chat"})
    void streams_unless_told(String path) throws Exception {
        List<JsonObject> lines = lines(Http.post(root.resolve(path), Http.ask("house")));
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.getJsonObject("message").getString("content", "")));
        assertThat(text.toString()).contains("Hello!");
        assertThat(lines).hasSizeGreaterThan(1);
        assertThat(lines.get(lines.size() - 1).getString("done_reason")).isEqualTo("stop");
    }

    @Test
    void calls_a_tool_whole_and_streamed() throws Exception {
        checkCall(new JsonObject(chat(weather(false)).body()).getJsonObject("message"));
        JsonObject message = lines(chat(weather(true))).stream()
                .map(line -> line.getJsonObject("message"))
                .filter(found -> found.containsKey("tool_calls"))
                .findFirst()
                .orElseThrow();
        checkCall(message);
    }

    @Test
    void an_unknown_model_is_an_error_of_its_own_shape() throws Exception {
        for (boolean stream : List.of(false, true)) {
            HttpResponse<String> response = chat(ask("nobody/chat", stream));
            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(new JsonObject(response.body()).getString("error")).contains("nobody");
        }
    }

    @ParameterizedTest
    @CsvSource({"'', load", "',\"keep_alive\":0', unload", "',\"messages\":[],\"keep_alive\":\"5m\"', load"})
    void a_model_is_loaded_and_unloaded_without_a_message(String members, String reason) throws Exception {
        HttpResponse<String> response = Http.post(root.resolve("/api/chat"), "{\"model\":\"house\"" + members + "}");
        assertThat(response.headers().firstValue("content-type").orElse("")).startsWith("application/json");
        JsonObject body = new JsonObject(response.body());
        assertThat(body.getString("done_reason")).isEqualTo(reason);
        assertThat(body.getBoolean("done")).isTrue();
        assertThat(body.getJsonObject("message").getString("content")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ollama", "/ollama/"})
    void says_that_it_is_running(String path) throws Exception {
        HttpResponse<String> response = Http.get(root.resolve(path));
        assertThat(response.body()).isEqualTo("Ollama is running");
        assertThat(response.headers().firstValue("content-type").orElse("")).startsWith("text/plain");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/ollama/"})
    void lists_models_and_its_version(String base) throws Exception {
        JsonObject tags =
                new JsonObject(Http.get(root.resolve(base + "api/tags")).body());
        assertThat(tags.getJsonArray("models").stream()
                        .map(JsonObject.class::cast)
                        .map(model -> model.getString("name")))
                .contains("house");
        HttpResponse<String> shown = Http.post(root.resolve(base + "api/show"), "{\"model\":\"house\"}");
        assertThat(new JsonObject(shown.body()).getJsonArray("capabilities")).contains("completion");
        HttpResponse<String> unknown = Http.post(root.resolve(base + "api/show"), "{\"name\":\"nobody/chat\"}");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(new JsonObject(unknown.body()).getString("error")).contains("nobody");
        assertThat(new JsonObject(Http.get(root.resolve(base + "api/version")).body()).getString("version"))
                .isNotBlank();
    }
}
