// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.dialect.EncodedError;
import dev.dragoman.dialect.ModelEntry;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ErrorKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnthropicMessagesErrorsTest {
    private static ChatError decode(int status, String body) {
        return Wire.DIALECT
                .errors()
                .decode(
                        status,
                        Map.of("request-id", "req_1", "retry-after", "3"),
                        body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "400,invalid_request_error,INVALID_REQUEST,400",
        "401,authentication_error,AUTHENTICATION,401",
        "402,billing_error,BILLING,402",
        "403,permission_error,PERMISSION,403",
        "404,not_found_error,NOT_FOUND,404",
        "413,request_too_large,TOO_LARGE,413",
        "429,rate_limit_error,RATE_LIMIT,429",
        "500,api_error,INTERNAL,500",
        "504,timeout_error,TIMEOUT,504",
        "529,overloaded_error,OVERLOADED,529"
    })
    void pitfall_36_each_type_has_its_kind_and_its_status(int status, String type, ErrorKind kind, int told) {
        ChatError error = decode(status, "{'type':'error','error':{'type':'" + type + "','message':'No.'}}");
        assertThat(error.kind()).isEqualTo(kind);
        assertThat(error.requestId()).isEqualTo("req_1");
        assertThat(error.retryAfter()).isEqualTo(Duration.ofSeconds(3));
        EncodedError encoded = Wire.DIALECT.errors().encode(error);
        assertThat(encoded.status()).isEqualTo(told);
        assertThat(Wire.json(encoded.body()).at("/error/type").asText()).isEqualTo(type);
        assertThat(encoded.headers()).containsEntry("retry-after", "3").containsEntry("request-id", "req_1");
    }

    @Test
    void a_path_before_the_message_is_the_field_at_fault() {
        ChatError error = decode(
                400, "{'type':'error','error':{'type':'invalid_request_error','message':'tools.0.name: Too long'}}");
        assertThat(error.param()).isEqualTo("tools.0.name");
    }

    @Test
    void a_prompt_that_is_too_long_is_told_apart() {
        assertThat(decode(400, "{'error':{'message':'prompt is too long: 9 tokens > 8 maximum'}}")
                        .kind())
                .isEqualTo(ErrorKind.CONTEXT_LENGTH);
    }

    @Test
    void bodies_that_are_no_json_are_taken() {
        assertThat(decode(503, "<html>").message()).isEqualTo("<html>");
        assertThat(decode(502, "").message()).isNotEmpty();
    }

    @Test
    void the_list_of_models_has_anthropics_shape() {
        byte[] list = Wire.DIALECT.modelListEncoder().encode(List.of(new ModelEntry("a/b", "a", 0)));
        assertThat(Wire.json(list).at("/data/0/created_at").asText()).isEqualTo("1970-01-01T00:00:00Z");
        assertThat(Wire.json(list).get("first_id").asText()).isEqualTo("a/b");
    }
}
