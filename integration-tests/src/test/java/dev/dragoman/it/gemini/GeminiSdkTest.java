// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.it.gemini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.genai.Client;
import com.google.genai.ResponseStream;
import com.google.genai.errors.ClientException;
import com.google.genai.types.Content;
import com.google.genai.types.FinishReason;
import com.google.genai.types.FunctionCall;
import com.google.genai.types.FunctionDeclaration;
import com.google.genai.types.GenerateContentConfig;
import com.google.genai.types.GenerateContentResponse;
import com.google.genai.types.HttpOptions;
import com.google.genai.types.HttpRetryOptions;
import com.google.genai.types.Model;
import com.google.genai.types.Part;
import com.google.genai.types.Tool;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** google-genai 1.80.0 in front of the gateway: text, streams, function calls, counted tokens, errors. */
@QuarkusTest
class GeminiSdkTest {
    private static final GenerateContentConfig PLAIN =
            GenerateContentConfig.builder().build();

    @TestHTTPResource("/")
    URI root;

    private Client client;

    @BeforeEach
    void open() {
        client = client("", "v1beta");
    }

    @AfterEach
    void close() {
        client.close();
    }

    private Client client(String mount, String version) {
        return Client.builder()
                .apiKey("not-a-real-key")
                .vertexAI(false)
                .httpOptions(HttpOptions.builder()
                        .baseUrl(root.resolve("/" + mount).toString())
                        .apiVersion(version)
                        .timeout(30_000)
                        .retryOptions(HttpRetryOptions.builder().attempts(1))
                        .build())
                .build();
    }

    private static List<GenerateContentResponse> streamed(
            Client client, String model, String prompt, GenerateContentConfig config) {
        List<GenerateContentResponse> answers = new ArrayList<>();
        try (ResponseStream<GenerateContentResponse> stream =
                client.models.generateContentStream(model, prompt, config)) {
            stream.forEach(answers::add);
        }
        return answers;
    }

    private static String text(List<GenerateContentResponse> answers) {
        StringBuilder text = new StringBuilder();
        for (GenerateContentResponse answer : answers) {
            String part = answer.text();
            text.append(part == null ? "" : part);
        }
        return text.toString();
    }

    private static GenerateContentConfig weather() {
        Map<String, Object> schema = Map.of(
                "type", "object", "properties", Map.of("city", Map.of("type", "string")), "required", List.of("city"));
        return GenerateContentConfig.builder()
                .tools(Tool.builder()
                        .functionDeclarations(FunctionDeclaration.builder()
                                .name("get_weather")
                                .parametersJsonSchema(schema)
                                .build())
                        .build())
                .build();
    }

    private static void checkCall(List<FunctionCall> calls) {
        assertThat(calls).singleElement().satisfies(call -> {
            assertThat(call.name()).contains("get_weather");
            assertThat(call.args()).hasValueSatisfying(args -> assertThat(args).containsEntry("city", "Oslo"));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo/chat", "house", "models/house"})
    void answers_and_streams(String model) {
        GenerateContentConfig config = GenerateContentConfig.builder()
                .systemInstruction(Content.fromParts(Part.fromText("Be kind.")))
                .maxOutputTokens(500)
                .build();
        GenerateContentResponse whole = client.models.generateContent(model, "Hello!", config);
        assertThat(whole.text()).contains("Hello!");
        List<GenerateContentResponse> chunks = streamed(client, model, "Hello!", config);
        assertThat(chunks).hasSizeGreaterThan(1);
        assertThat(text(chunks)).contains("Hello!");
        for (GenerateContentResponse last : List.of(whole, chunks.get(chunks.size() - 1))) {
            assertThat(last.finishReason().knownEnum()).isEqualTo(FinishReason.Known.STOP);
            assertThat(last.usageMetadata().flatMap(usage -> usage.totalTokenCount()))
                    .hasValueSatisfying(tokens -> assertThat(tokens).isPositive());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1beta", "/v1", "/v1alpha", "gemini/v1beta", "gemini/v1"})
    void is_served_at_the_root_and_below_its_id(String base) {
        int slash = base.indexOf('/');
        try (Client mounted = client(base.substring(0, slash), base.substring(slash + 1))) {
            assertThat(mounted.models
                            .generateContent("demo/chat", "Hello!", PLAIN)
                            .text())
                    .contains("Hello!");
            assertThat(text(streamed(mounted, "demo/chat", "Hello!", PLAIN))).contains("Hello!");
        }
    }

    @Test
    void calls_a_function_whole_and_streamed() {
        String prompt = "Call get_weather for Oslo";
        checkCall(client.models.generateContent("demo/chat", prompt, weather()).functionCalls());
        List<FunctionCall> streamed = new ArrayList<>();
        streamed(client, "demo/chat", prompt, weather()).forEach(answer -> {
            if (answer.functionCalls() != null) {
                streamed.addAll(answer.functionCalls());
            }
        });
        checkCall(streamed);
    }

    @Test
    void counts_tokens() {
        assertThat(client.models.countTokens("demo/chat", "Hello!", null).totalTokens())
                .hasValueSatisfying(tokens -> assertThat(tokens).isPositive());
    }

    @Test
    void lists_models() {
        List<String> names = new ArrayList<>();
        for (Model model : client.models.list(null)) {
            model.name().ifPresent(names::add);
        }
        assertThat(names).contains("models/house");
    }

    @Test
    void errors_are_the_sdks_own() {
        assertThatThrownBy(() -> client.models.generateContent("nobody/chat", "Hello!", PLAIN))
                .isInstanceOfSatisfying(ClientException.class, error -> {
                    assertThat(error.code()).isEqualTo(404);
                    assertThat(error.status()).isEqualTo("NOT_FOUND");
                    assertThat(error.message()).contains("nobody");
                });
        assertThatThrownBy(() -> streamed(client, "nobody/chat", "Hello!", PLAIN))
                .isInstanceOfSatisfying(
                        ClientException.class, error -> assertThat(error.code()).isEqualTo(404));
        assertThatThrownBy(() -> client.models.generateContent("demo/error-429", "Hello!", PLAIN))
                .isInstanceOfSatisfying(
                        ClientException.class,
                        error -> assertThat(error.status()).isEqualTo("RESOURCE_EXHAUSTED"));
        assertThatThrownBy(() -> client.models.generateContent("demo/error-400", "Hello!", PLAIN))
                .isInstanceOfSatisfying(
                        ClientException.class,
                        error -> assertThat(error.status()).isEqualTo("INVALID_ARGUMENT"));
    }
}
