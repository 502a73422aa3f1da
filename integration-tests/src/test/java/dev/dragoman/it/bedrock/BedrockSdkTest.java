// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.it.bedrock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.auth.token.credentials.StaticTokenProvider;
import software.amazon.awssdk.core.document.Document;
import software.amazon.awssdk.http.Protocol;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeAsyncClient;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeBaseClientBuilder;
import software.amazon.awssdk.services.bedrockruntime.BedrockRuntimeClient;
import software.amazon.awssdk.services.bedrockruntime.auth.scheme.BedrockRuntimeAuthSchemeProvider;
import software.amazon.awssdk.services.bedrockruntime.model.ContentBlock;
import software.amazon.awssdk.services.bedrockruntime.model.ConversationRole;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseResponse;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamRequest;
import software.amazon.awssdk.services.bedrockruntime.model.ConverseStreamResponseHandler;
import software.amazon.awssdk.services.bedrockruntime.model.Message;
import software.amazon.awssdk.services.bedrockruntime.model.ResourceNotFoundException;
import software.amazon.awssdk.services.bedrockruntime.model.StopReason;
import software.amazon.awssdk.services.bedrockruntime.model.ThrottlingException;
import software.amazon.awssdk.services.bedrockruntime.model.Tool;
import software.amazon.awssdk.services.bedrockruntime.model.ToolConfiguration;
import software.amazon.awssdk.services.bedrockruntime.model.ValidationException;

/** AWS SDK 2.57.8 in front of the gateway: text over HTTP/1.1, streams over h2c, tool calls, errors. */
@QuarkusTest
class BedrockSdkTest {
    private static final StaticCredentialsProvider FAKE =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDFAKE", "fake-secret"));

    @TestHTTPResource("/")
    URI root;

    private final SentCredentials credentials = new SentCredentials();
    private BedrockRuntimeClient client;
    private BedrockRuntimeAsyncClient async;

    @BeforeEach
    void open() {
        client = client("", false);
        async = async("", false);
    }

    @AfterEach
    void close() {
        client.close();
        async.close();
    }

    private <B extends BedrockRuntimeBaseClientBuilder<B, C>, C> B at(B builder, String mount, boolean bearer) {
        builder.region(Region.EU_WEST_1)
                .endpointOverride(root.resolve("/" + mount))
                .credentialsProvider(FAKE)
                .overrideConfiguration(config -> config.retryStrategy(retry -> retry.maxAttempts(1))
                        .addExecutionInterceptor(credentials)
                        .apiCallTimeout(Duration.ofSeconds(30)));
        if (bearer) {
            builder.tokenProvider(StaticTokenProvider.create(() -> "not-a-real-key"))
                    .authSchemeProvider(BedrockRuntimeAuthSchemeProvider.defaultProvider(List.of("httpBearerAuth")));
        }
        return builder;
    }

    private BedrockRuntimeClient client(String mount, boolean bearer) {
        return at(BedrockRuntimeClient.builder(), mount, bearer)
                .httpClientBuilder(Apache5HttpClient.builder())
                .build();
    }

    /** A client that speaks HTTP/2 with prior knowledge, as it does to any {@code http} address. */
    private BedrockRuntimeAsyncClient async(String mount, boolean bearer) {
        return at(BedrockRuntimeAsyncClient.builder(), mount, bearer)
                .httpClientBuilder(NettyNioAsyncHttpClient.builder().protocol(Protocol.HTTP2))
                .build();
    }

    private static Message user(String prompt) {
        return Message.builder()
                .role(ConversationRole.USER)
                .content(ContentBlock.fromText(prompt))
                .build();
    }

    private static ConverseRequest ask(String model, String prompt) {
        return ConverseRequest.builder()
                .modelId(model)
                .messages(user(prompt))
                .inferenceConfig(config -> config.maxTokens(500))
                .build();
    }

    private static ConverseStreamRequest askStreamed(String model, String prompt) {
        return ConverseStreamRequest.builder()
                .modelId(model)
                .messages(user(prompt))
                .build();
    }

    private static ToolConfiguration tools() {
        Document schema = Document.mapBuilder()
                .putString("type", "object")
                .putDocument(
                        "properties",
                        Document.mapBuilder()
                                .putDocument(
                                        "city",
                                        Document.mapBuilder()
                                                .putString("type", "string")
                                                .build())
                                .build())
                .putList("required", List.of(Document.fromString("city")))
                .build();
        return ToolConfiguration.builder()
                .tools(Tool.builder()
                        .toolSpec(spec -> spec.name("get_weather").inputSchema(input -> input.json(schema)))
                        .build())
                .build();
    }

    private static String text(ConverseResponse response) {
        StringBuilder text = new StringBuilder();
        response.output().message().content().forEach(block -> {
            if (block.text() != null) {
                text.append(block.text());
            }
        });
        return text.toString();
    }

    private static Heard hear(BedrockRuntimeAsyncClient client, ConverseStreamRequest request) {
        Heard heard = new Heard();
        client.converseStream(
                        request,
                        ConverseStreamResponseHandler.builder()
                                .subscriber(heard)
                                .build())
                .join();
        return heard;
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo/chat", "house"})
    void answers(String model) {
        List<ConverseResponse> responses = new ArrayList<>();
        responses.add(client.converse(ask(model, "Hello!")));
        responses.add(async.converse(ask(model, "Hello!")).join());
        for (ConverseResponse response : responses) {
            assertThat(text(response)).contains("Hello!");
            assertThat(response.stopReason()).isEqualTo(StopReason.END_TURN);
            assertThat(response.usage().totalTokens()).isPositive();
            assertThat(response.metrics().latencyMs()).isNotNull();
            assertThat(response.responseMetadata().requestId()).isNotEqualTo("UNKNOWN");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo/chat", "house"})
    void streams_over_http2_with_prior_knowledge(String model) {
        Heard heard = hear(async, askStreamed(model, "Hello!"));
        assertThat(heard.text()).contains("Hello!");
        assertThat(heard.stopReason()).isEqualTo(StopReason.END_TURN);
        assertThat(heard.totalTokens()).isPositive();
    }

    @Test
    void is_served_below_its_id() {
        try (BedrockRuntimeClient mounted = client("bedrock-converse", false);
                BedrockRuntimeAsyncClient mountedAsync = async("bedrock-converse", false)) {
            assertThat(text(mounted.converse(ask("demo/chat", "Hello!")))).contains("Hello!");
            assertThat(hear(mountedAsync, askStreamed("demo/chat", "Hello!")).text())
                    .contains("Hello!");
        }
    }

    @ParameterizedTest
    @CsvSource({"false, AWS4-HMAC-SHA256", "true, Bearer not-a-real-key"})
    void takes_a_signature_and_a_bearer_token(boolean bearer, String sent) {
        try (BedrockRuntimeClient keyed = client("", bearer);
                BedrockRuntimeAsyncClient keyedAsync = async("", bearer)) {
            assertThat(text(keyed.converse(ask("demo/chat", "Hello!")))).contains("Hello!");
            assertThat(hear(keyedAsync, askStreamed("demo/chat", "Hello!")).text())
                    .contains("Hello!");
        }
        assertThat(credentials.headers())
                .hasSize(2)
                .allSatisfy(header -> assertThat(header).startsWith(sent));
    }

    @Test
    void calls_a_tool_whole_and_streamed() {
        String prompt = "Call get_weather for Oslo";
        ConverseResponse response = client.converse(
                ask("demo/chat", prompt).toBuilder().toolConfig(tools()).build());
        assertThat(response.stopReason()).isEqualTo(StopReason.TOOL_USE);
        assertThat(response.output().message().content()).anySatisfy(block -> {
            assertThat(block.toolUse().name()).isEqualTo("get_weather");
            assertThat(block.toolUse().input().asMap().get("city").asString()).isEqualTo("Oslo");
        });
        Heard heard = hear(
                async,
                askStreamed("demo/chat", prompt).toBuilder().toolConfig(tools()).build());
        assertThat(heard.tools()).containsExactly("get_weather");
        assertThat(heard.input()).contains("Oslo");
        assertThat(heard.stopReason()).isEqualTo(StopReason.TOOL_USE);
    }

    @Test
    void errors_are_the_sdks_own() {
        assertThatThrownBy(() -> client.converse(ask("nobody/chat", "Hello!")))
                .isInstanceOfSatisfying(
                        ResourceNotFoundException.class,
                        error -> assertThat(error.awsErrorDetails().errorMessage())
                                .contains("nobody"));
        assertThatThrownBy(() -> hear(async, askStreamed("nobody/chat", "Hello!")))
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(ResourceNotFoundException.class);
        assertThatThrownBy(() -> client.converse(ask("demo/error-429", "Hello!")))
                .isInstanceOf(ThrottlingException.class);
        assertThatThrownBy(() -> client.converse(ask("demo/error-400", "Hello!")))
                .isInstanceOf(ValidationException.class);
    }
}
