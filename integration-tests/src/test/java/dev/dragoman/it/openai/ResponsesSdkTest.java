// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.it.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.JsonValue;
import com.openai.core.http.StreamResponse;
import com.openai.errors.BadRequestException;
import com.openai.errors.NotFoundException;
import com.openai.errors.RateLimitException;
import com.openai.helpers.ResponseAccumulator;
import com.openai.models.responses.FunctionTool;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseFunctionToolCall;
import com.openai.models.responses.ResponseStatus;
import com.openai.models.responses.ResponseStreamEvent;
import com.openai.models.responses.inputtokens.InputTokenCountParams;
import com.openai.models.responses.inputtokens.InputTokenCountResponse;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Responses API of openai-java 4.100.0 in front of the gateway: text, streams, tool calls, errors. */
@QuarkusTest
class ResponsesSdkTest {
    @TestHTTPResource("/")
    URI root;

    private OpenAIClient client;

    @BeforeEach
    void open() {
        client = client("v1");
    }

    @AfterEach
    void close() {
        client.close();
    }

    private OpenAIClient client(String base) {
        return OpenAIOkHttpClient.builder()
                .baseUrl(root.resolve("/" + base).toString())
                .apiKey("not-a-real-key")
                .maxRetries(0)
                .timeout(Duration.ofSeconds(30))
                .build();
    }

    private static ResponseCreateParams.Builder ask(String model, String prompt) {
        return ResponseCreateParams.builder().model(model).input(prompt);
    }

    @Test
    void counts_tokens() {
        InputTokenCountResponse count = client.responses()
                .inputTokens()
                .count(InputTokenCountParams.builder()
                        .model("demo/chat")
                        .input("Hello!")
                        .build());
        assertThat(count.inputTokens()).isPositive();
        count.validate();
    }

    private static Response accumulated(OpenAIClient client, ResponseCreateParams params) {
        ResponseAccumulator accumulator = ResponseAccumulator.create();
        try (StreamResponse<ResponseStreamEvent> response = client.responses().createStreaming(params)) {
            response.stream().forEach(accumulator::accumulate);
        }
        return accumulator.response();
    }

    private static String text(Response response) {
        StringBuilder text = new StringBuilder();
        response.output().stream()
                .flatMap(item -> item.message().stream())
                .flatMap(message -> message.content().stream())
                .forEach(part -> text.append(part.asOutputText().text()));
        return text.toString();
    }

    private static ResponseCreateParams weather() {
        FunctionTool.Parameters parameters = FunctionTool.Parameters.builder()
                .putAdditionalProperty("type", JsonValue.from("object"))
                .putAdditionalProperty("properties", JsonValue.from(Map.of("city", Map.of("type", "string"))))
                .putAdditionalProperty("required", JsonValue.from(List.of("city")))
                .putAdditionalProperty("additionalProperties", JsonValue.from(false))
                .build();
        return ask("demo/chat", "Call get_weather for Oslo")
                .addTool(FunctionTool.builder()
                        .name("get_weather")
                        .parameters(parameters)
                        .strict(true)
                        .build())
                .build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo/chat", "house"})
    void answers_and_streams(String model) {
        ResponseCreateParams params =
                ask(model, "Hello!").instructions("Be kind.").build();
        for (Response response : List.of(client.responses().create(params), accumulated(client, params))) {
            assertThat(response.validate().isValid()).isTrue();
            assertThat(text(response)).contains("Hello!");
            assertThat(response.status()).contains(ResponseStatus.COMPLETED);
            assertThat(response.usage()).hasValueSatisfying(usage -> {
                assertThat(usage.inputTokens()).isPositive();
                assertThat(usage.outputTokens()).isPositive();
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v1", "openai-responses", "openai-responses/v1"})
    void is_served_at_the_root_and_below_its_id(String base) {
        OpenAIClient mounted = client(base);
        ResponseCreateParams params = ask("demo/chat", "Hello!").build();
        assertThat(text(mounted.responses().create(params))).contains("Hello!");
        assertThat(text(accumulated(mounted, params))).contains("Hello!");
        mounted.close();
    }

    @Test
    void calls_a_tool_whole_and_streamed() {
        for (Response response : List.of(client.responses().create(weather()), accumulated(client, weather()))) {
            ResponseFunctionToolCall call = response.output().stream()
                    .flatMap(item -> item.functionCall().stream())
                    .findFirst()
                    .orElseThrow();
            assertThat(call.name()).isEqualTo("get_weather");
            assertThat(call.arguments()).contains("Oslo");
            assertThat(call.callId()).isNotBlank();
        }
    }

    @Test
    void errors_are_the_sdks_own() {
        assertThatThrownBy(() ->
                        client.responses().create(ask("nobody/chat", "Hello!").build()))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(
                        () -> accumulated(client, ask("nobody/chat", "Hello!").build()))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> client.responses()
                        .create(ask("demo/error-429", "Hello!").build()))
                .isInstanceOf(RateLimitException.class);
        assertThatThrownBy(() -> client.responses()
                        .create(ask("demo/error-400", "Hello!").build()))
                .isInstanceOf(BadRequestException.class);
    }
}
