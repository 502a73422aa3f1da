// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.it.cohere;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cohere.api.Cohere;
import com.cohere.api.errors.BadRequestError;
import com.cohere.api.errors.NotFoundError;
import com.cohere.api.errors.TooManyRequestsError;
import com.cohere.api.resources.v2.requests.V2ChatRequest;
import com.cohere.api.resources.v2.requests.V2ChatStreamRequest;
import com.cohere.api.resources.v2.types.V2ChatResponse;
import com.cohere.api.resources.v2.types.V2ChatStreamResponse;
import com.cohere.api.types.ChatFinishReason;
import com.cohere.api.types.ChatMessageV2;
import com.cohere.api.types.ToolCallV2Function;
import com.cohere.api.types.ToolV2;
import com.cohere.api.types.ToolV2Function;
import com.cohere.api.types.UserMessageV2;
import com.cohere.api.types.UserMessageV2Content;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** cohere-java 1.9.3 in front of the gateway: text, streams, tool calls, errors. */
@QuarkusTest
class CohereSdkTest {
    private static final String WEATHER = "Call get_weather for Oslo";

    @TestHTTPResource("/")
    URI root;

    private Cohere client;

    @BeforeEach
    void open() {
        client = client("");
    }

    private Cohere client(String mount) {
        return Cohere.builder()
                .url(root.resolve("/" + mount).toString())
                .token("not-a-real-key")
                .clientName("tests")
                .timeout(30)
                .maxRetries(0)
                .build();
    }

    private static ChatMessageV2 user(String prompt) {
        return ChatMessageV2.user(
                UserMessageV2.builder().content(UserMessageV2Content.of(prompt)).build());
    }

    private static V2ChatRequest ask(String model, String prompt) {
        return V2ChatRequest.builder().model(model).addMessages(user(prompt)).build();
    }

    private static V2ChatStreamRequest askStreamed(String model, String prompt) {
        return V2ChatStreamRequest.builder()
                .model(model)
                .addMessages(user(prompt))
                .build();
    }

    private static List<ToolV2> tools() {
        ToolV2Function function = ToolV2Function.builder()
                .name("get_weather")
                .parameters(Map.of(
                        "type",
                        "object",
                        "properties",
                        Map.of("city", Map.of("type", "string")),
                        "required",
                        List.of("city")))
                .build();
        return List.of(ToolV2.builder().function(function).build());
    }

    private static List<V2ChatStreamResponse> events(Cohere client, V2ChatStreamRequest request) {
        List<V2ChatStreamResponse> events = new ArrayList<>();
        client.v2().chatStream(request).forEach(events::add);
        assertThat(events).noneMatch(V2ChatStreamResponse::_isUnknown);
        return events;
    }

    private static String text(V2ChatResponse response) {
        StringBuilder text = new StringBuilder();
        response.getMessage()
                .getContent()
                .orElse(List.of())
                .forEach(item -> item.getText().ifPresent(part -> text.append(part.getText())));
        return text.toString();
    }

    private static String text(List<V2ChatStreamResponse> events) {
        StringBuilder text = new StringBuilder();
        for (V2ChatStreamResponse event : events) {
            event.getContentDelta()
                    .flatMap(delta -> delta.getDelta())
                    .flatMap(delta -> delta.getMessage())
                    .flatMap(message -> message.getContent())
                    .flatMap(content -> content.getText())
                    .ifPresent(text::append);
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo/chat", "house"})
    void answers(String model) {
        V2ChatResponse response = client.v2().chat(ask(model, "Hello!"));
        assertThat(text(response)).contains("Hello!");
        assertThat(response.getId()).isNotBlank();
        assertThat(response.getFinishReason()).isEqualTo(ChatFinishReason.COMPLETE);
        assertThat(response.getUsage()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo/chat", "house"})
    void streams(String model) {
        List<V2ChatStreamResponse> events = events(client, askStreamed(model, "Hello!"));
        assertThat(events.get(0).isMessageStart()).isTrue();
        assertThat(text(events)).contains("Hello!");
        assertThat(events.get(events.size() - 1)
                        .getMessageEnd()
                        .flatMap(end -> end.getDelta())
                        .flatMap(delta -> delta.getFinishReason()))
                .contains(ChatFinishReason.COMPLETE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "cohere-v2"})
    void is_served_at_the_root_and_below_its_id(String mount) {
        Cohere mounted = client(mount);
        assertThat(text(mounted.v2().chat(ask("demo/chat", "Hello!")))).contains("Hello!");
        assertThat(text(events(mounted, askStreamed("demo/chat", "Hello!")))).contains("Hello!");
    }

    @Test
    void calls_a_tool() {
        V2ChatResponse response = client.v2()
                .chat(V2ChatRequest.builder()
                        .model("demo/chat")
                        .addMessages(user(WEATHER))
                        .tools(tools())
                        .build());
        assertThat(response.getFinishReason()).isEqualTo(ChatFinishReason.TOOL_CALL);
        assertThat(response.getMessage().getToolCalls().orElseThrow())
                .singleElement()
                .satisfies(call -> {
                    ToolCallV2Function function = call.getFunction().orElseThrow();
                    assertThat(call.getId()).isNotBlank();
                    assertThat(function.getName()).contains("get_weather");
                    assertThat(function.getArguments().orElseThrow()).contains("Oslo");
                });
    }

    @Test
    void calls_a_tool_in_a_stream() {
        List<V2ChatStreamResponse> events = events(
                client,
                V2ChatStreamRequest.builder()
                        .model("demo/chat")
                        .addMessages(user(WEATHER))
                        .tools(tools())
                        .build());
        List<String> names = new ArrayList<>();
        StringBuilder arguments = new StringBuilder();
        for (V2ChatStreamResponse event : events) {
            event.getToolCallStart()
                    .flatMap(start -> start.getDelta())
                    .flatMap(delta -> delta.getMessage())
                    .flatMap(message -> message.getToolCalls())
                    .flatMap(call -> call.getFunction())
                    .ifPresent(function -> {
                        names.add(function.getName().orElseThrow());
                        arguments.append(function.getArguments().orElse(""));
                    });
            event.getToolCallDelta()
                    .flatMap(delta -> delta.getDelta())
                    .flatMap(delta -> delta.getMessage())
                    .flatMap(message -> message.getToolCalls())
                    .flatMap(call -> call.getFunction())
                    .flatMap(function -> function.getArguments())
                    .ifPresent(arguments::append);
        }
        assertThat(names).containsExactly("get_weather");
        assertThat(arguments.toString()).contains("Oslo");
    }

    @Test
    void errors_are_the_sdks_own() {
        assertThatThrownBy(() -> client.v2().chat(ask("nobody/chat", "Hello!")))
                .isInstanceOfSatisfying(
                        NotFoundError.class,
                        error -> assertThat(error.body().toString()).contains("message", "nobody"));
        assertThatThrownBy(() -> events(client, askStreamed("nobody/chat", "Hello!")))
                .isInstanceOf(NotFoundError.class);
        assertThatThrownBy(() -> client.v2().chat(ask("demo/error-429", "Hello!")))
                .isInstanceOf(TooManyRequestsError.class);
        assertThatThrownBy(() -> client.v2().chat(ask("demo/error-400", "Hello!")))
                .isInstanceOf(BadRequestError.class);
    }
}
