// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.it.anthropic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.JsonValue;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.errors.BadRequestException;
import com.anthropic.errors.NotFoundException;
import com.anthropic.errors.RateLimitException;
import com.anthropic.helpers.MessageAccumulator;
import com.anthropic.models.messages.ContentBlock;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.RawMessageStreamEvent;
import com.anthropic.models.messages.StopReason;
import com.anthropic.models.messages.Tool;
import com.anthropic.models.messages.ToolUseBlock;
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

/** anthropic-java 3.11.0 in front of the gateway: text, streams, tool calls, errors. */
@QuarkusTest
class AnthropicSdkTest {
    @TestHTTPResource("/")
    URI root;

    private AnthropicClient client;

    @BeforeEach
    void open() {
        client = client("");
    }

    @AfterEach
    void close() {
        client.close();
    }

    private AnthropicClient client(String mount) {
        return AnthropicOkHttpClient.builder()
                .baseUrl(root.resolve("/" + mount).toString())
                .apiKey("not-a-real-key")
                .maxRetries(0)
                .timeout(Duration.ofSeconds(30))
                .build();
    }

    private static MessageCreateParams.Builder ask(String model, String prompt) {
        return MessageCreateParams.builder().model(model).maxTokens(500).addUserMessage(prompt);
    }

    private Message accumulated(MessageCreateParams params) {
        MessageAccumulator accumulator = MessageAccumulator.create();
        try (StreamResponse<RawMessageStreamEvent> response = client.messages().createStreaming(params)) {
            response.stream().forEach(accumulator::accumulate);
        }
        return accumulator.message();
    }

    private static String text(Message message) {
        StringBuilder text = new StringBuilder();
        message.content().forEach(block -> block.text().ifPresent(part -> text.append(part.text())));
        return text.toString();
    }

    private static MessageCreateParams weather() {
        Tool.InputSchema schema = Tool.InputSchema.builder()
                .properties(Tool.InputSchema.Properties.builder()
                        .putAdditionalProperty("city", JsonValue.from(Map.of("type", "string")))
                        .build())
                .required(List.of("city"))
                .build();
        return ask("demo/chat", "Call get_weather for Oslo")
                .addTool(Tool.builder().name("get_weather").inputSchema(schema).build())
                .build();
    }

    @Test
    void answers() {
        Message message = client.messages()
                .create(ask("demo/chat", "Hello!").system("Be kind.").build());
        assertThat(text(message)).contains("Hello!");
        assertThat(message.stopReason()).contains(StopReason.END_TURN);
        assertThat(message.usage().inputTokens()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "anthropic-messages"})
    void is_served_at_the_root_and_below_its_id(String mount) {
        AnthropicClient mounted = client(mount);
        assertThat(text(mounted.messages().create(ask("demo/chat", "Hello!").build())))
                .contains("Hello!");
        mounted.close();
    }

    @Test
    void streams() {
        Message message = accumulated(ask("demo/chat", "Hello!").build());
        assertThat(text(message)).contains("Hello!");
        assertThat(message.usage().outputTokens()).isPositive();
    }

    @Test
    void calls_a_tool_whole_and_streamed() {
        for (Message message : List.of(client.messages().create(weather()), accumulated(weather()))) {
            ToolUseBlock call = message.content().stream()
                    .filter(ContentBlock::isToolUse)
                    .map(ContentBlock::asToolUse)
                    .findFirst()
                    .orElseThrow();
            assertThat(call.name()).isEqualTo("get_weather");
            assertThat(call._input().toString()).contains("Oslo");
            assertThat(message.stopReason()).contains(StopReason.TOOL_USE);
        }
    }

    @Test
    void errors_are_the_sdks_own() {
        assertThatThrownBy(() ->
                        client.messages().create(ask("nobody/chat", "Hello!").build()))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() ->
                        client.messages().create(ask("demo/error-429", "Hello!").build()))
                .isInstanceOf(RateLimitException.class);
        assertThatThrownBy(() ->
                        client.messages().create(ask("demo/error-400", "Hello!").build()))
                .isInstanceOf(BadRequestException.class);
    }
}
