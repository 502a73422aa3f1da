// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.compatible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.dialect.DecodedRequest;
import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.EncodedError;
import dev.dragoman.dialect.Negotiation;
import dev.dragoman.dialect.ReplySource;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.model.settings.OutputFormat;
import dev.dragoman.model.settings.ReasoningSettings;
import dev.dragoman.testkit.json.JsonTrees;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is peculiar to the seeds beyond their fields. */
class SeedProfilesTest {
    private static final Dialect SERVICESTACK = Vendors.dialect("servicestack");
    private static final Dialect V4 = Vendors.dialect("vendor-gateway-v4");

    @ParameterizedTest
    @CsvSource({
        "temperature, 2, 1.999999",
        "temperature, 0, 0.000001",
        "top_p, 1, 0.999999",
        "frequency_penalty, 2, 1.999999",
        "presence_penalty, -2, -1.999999",
        "top_logprobs, 20, 19",
        "top_logprobs, 0, 1",
    })
    void seed_004_ranges_do_not_include_their_bounds(String field, String value, double nearest) {
        byte[] body = body("\"" + field + "\":" + value);
        DecodedRequest decoded = V4.requestDecoder().decode(WireRequest.of(body));
        assertThat(decoded.losses()).extracting("path").containsExactly(field);
        assertThat(decoded.losses()).extracting("kind").asString().contains("CLAMPED");
        byte[] family = decoded.forwardable(WireRequest.of(body)).body();
        assertThat(JsonTrees.parse(family).get(field).asDouble()).isEqualTo(nearest);
        Losses losses = new Losses();
        byte[] sent = V4.requestEncoder()
                .encode(
                        Vendors.DIALECTS
                                .get("openai-chat")
                                .requestDecoder()
                                .decode(WireRequest.of(body))
                                .request(),
                        EncodeContext.toVendor(losses, "vendor-gateway-v4"))
                .body();
        assertThat(JsonTrees.parse(sent).get(field).asDouble()).isEqualTo(nearest);
        assertThat(losses.toList()).extracting("kind").asString().contains("CLAMPED");
    }

    @Test
    void seed_004_models_name_their_vendor() {
        byte[] body = "{\"model\":\"gpt-4o\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}"
                .getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> V4.requestDecoder().decode(WireRequest.of(body)))
                .isInstanceOfSatisfying(ChatException.class, e -> {
                    assertThat(e.error().param()).isEqualTo("model");
                    assertThat(e.error().status()).isEqualTo(400);
                    assertThat(e.error().message()).contains("model_vendor/model");
                });
        assertThat(Vendors.ALL.get("vendor-gateway-v4").auth().header()).isEqualTo("x-api-key");
    }

    @Test
    void seed_002_takes_the_format_under_both_names() {
        for (String name : new String[] {"type", "response_format"}) {
            byte[] body = body("\"response_format\":{\"" + name + "\":\"json_object\"}");
            assertThat(SERVICESTACK
                            .requestDecoder()
                            .decode(WireRequest.of(body))
                            .request()
                            .outputFormat())
                    .isEqualTo(OutputFormat.JSON_OBJECT);
        }
    }

    @Test
    void seed_002_calls_name_their_function_in_a_text_or_an_object() {
        String function = "\"{\\\"name\\\":\\\"find\\\",\\\"arguments\\\":\\\"{}\\\"}\"";
        String call = "{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[{\"id\":\"c\",\"type\":\"function\","
                + "\"function\":" + function + "}]}";
        String request = "{\"model\":\"m\",\"messages\":[" + call
                + ",{\"role\":\"tool\",\"tool_call_id\":\"c\",\"content\":\"r\"}]}";
        ToolCall asked = (ToolCall) SERVICESTACK
                .requestDecoder()
                .decode(WireRequest.of(request.getBytes(StandardCharsets.UTF_8)))
                .request()
                .messages()
                .get(0)
                .parts()
                .get(0);
        assertThat(asked).isEqualTo(ToolCall.of("c", "find", "{}"));
        String answer = "{\"choices\":[{\"index\":0,\"finish_reason\":\"tool_calls\",\"message\":" + call + "}]}";
        assertThat(SERVICESTACK
                        .responseDecoder()
                        .decode(answer.getBytes(StandardCharsets.UTF_8), new ReplySource("x", "m", null))
                        .choices()
                        .get(0)
                        .message()
                        .parts())
                .containsExactly(asked);
    }

    @Test
    void seed_002_switches_thinking() {
        ReasoningSettings off = SERVICESTACK
                .requestDecoder()
                .decode(WireRequest.of(body("\"enable_thinking\":false")))
                .request()
                .reasoning();
        assertThat(off.mode()).isEqualTo(ReasoningSettings.Mode.OFF);
    }

    @Test
    void seed_002_answers_echo_metadata_and_name_the_provider() {
        DecodedRequest decoded =
                SERVICESTACK.requestDecoder().decode(WireRequest.of(body("\"metadata\":{\"trace\":\"7\"}")));
        EncodeContext context =
                EncodeContext.toClient(new Losses(), decoded.shape(), "m").withVendor("anthropic");
        byte[] answer = SERVICESTACK
                .responseEncoder()
                .encode(SERVICESTACK.responseDecoder().decode(answer("Hi"), new ReplySource("x", "m", null)), context);
        assertThat(JsonTrees.parse(answer).at("/metadata/trace").asText()).isEqualTo("7");
        assertThat(JsonTrees.parse(answer).at("/provider").asText()).isEqualTo("anthropic");
    }

    @Test
    void seed_002_errors_name_the_field_and_never_a_stack_trace() {
        ChatError error = ChatError.of(ErrorKind.INVALID_REQUEST, "Too hot.").withParam("temperature");
        EncodedError encoded = SERVICESTACK.errors().encode(error);
        assertThat(encoded.status()).isEqualTo(400);
        assertThat(JsonTrees.parse(encoded.body()))
                .isEqualTo(JsonTrees.parse("{\"responseStatus\":{\"errorCode\":\"ValidationException\","
                        + "\"message\":\"Too hot.\",\"errors\":[{\"errorCode\":\"ValidationException\","
                        + "\"fieldName\":\"temperature\",\"message\":\"Too hot.\"}]}}"));
        ChatError read = SERVICESTACK.errors().decode(400, Map.of(), encoded.body());
        assertThat(read.param()).isEqualTo("temperature");
        EncodedError plain = SERVICESTACK.errors().encode(ChatError.of(ErrorKind.RATE_LIMIT, "Slow down."));
        assertThat(JsonTrees.parse(plain.body()).at("/responseStatus/errors")).isEmpty();
        assertThat(new String(plain.body(), StandardCharsets.UTF_8)).doesNotContain("stackTrace");
    }

    @Test
    void seed_002_a_success_may_be_an_error() {
        byte[] body = "{\"responseStatus\":{\"errorCode\":\"TooManyRequests\",\"message\":\"Slow down.\"}}"
                .getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> SERVICESTACK.responseDecoder().decode(body, new ReplySource("x", "m", null)))
                .isInstanceOfSatisfying(
                        ChatException.class, e -> assertThat(e.error().kind()).isEqualTo(ErrorKind.RATE_LIMIT));
    }

    @Test
    void seed_002_clients_choose_the_look_of_a_reply() {
        assertThat(SERVICESTACK.negotiation()).isEqualTo(new Negotiation(".json", "format", "callback", true));
        assertThat(V4.negotiation()).isEqualTo(Negotiation.NONE);
    }

    private static byte[] answer(String text) {
        return ("{\"id\":\"1\",\"model\":\"m\",\"choices\":[{\"index\":0,\"finish_reason\":\"stop\",\"message\":"
                        + "{\"role\":\"assistant\",\"content\":\"" + text + "\"}}]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] body(String member) {
        return ("{\"model\":\"openai/gpt-4o\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]," + member + "}")
                .getBytes(StandardCharsets.UTF_8);
    }
}
