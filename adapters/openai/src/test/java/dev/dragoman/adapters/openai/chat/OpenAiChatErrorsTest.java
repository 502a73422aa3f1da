// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.dialect.EncodedError;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ErrorKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenAiChatErrorsTest {
    private static ChatError decode(int status, String quoted) {
        return Wire.DIALECT
                .errors()
                .decode(status, Map.of("x-request-id", "req_1", "retry-after", "2"), Wire.json(quoted));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400|{'error':{'message':'m','type':'invalid_request_error','param':'messages','code':'context_length_exceeded'}}|CONTEXT_LENGTH",
                "400|{'error':{'message':'m','type':'invalid_request_error','param':'x','code':null}}|INVALID_REQUEST",
                "401|{'error':{'message':'m','type':'invalid_request_error','code':'invalid_api_key'}}|AUTHENTICATION",
                "403|{'error':{'message':'m','code':'unsupported_country_region_territory'}}|PERMISSION",
                "404|{'error':{'message':'m','code':'model_not_found'}}|NOT_FOUND",
                "422|{'error':{'message':'m'}}|INVALID_REQUEST",
                "429|{'error':{'message':'m','code':'rate_limit_exceeded'}}|RATE_LIMIT",
                "429|{'error':{'message':'m','code':'insufficient_quota'}}|QUOTA",
                "500|{'error':{'message':'m','type':'server_error'}}|INTERNAL",
                "503|{'error':{'message':'m'}}|OVERLOADED",
                "502|{'error':'m'}|UPSTREAM",
                "429|{'message':'m'}|RATE_LIMIT",
                "400|[{'error':{'message':'m'}}]|INVALID_REQUEST",
                "500|{'detail':'m'}|INTERNAL",
                "500|m|INTERNAL",
            })
    void kinds_and_messages_are_found_in_all_shapes(int status, String body, ErrorKind kind) {
        ChatError error = decode(status, body);
        assertThat(error.kind()).isEqualTo(kind);
        assertThat(error.message()).isEqualTo("m");
        assertThat(error.requestId()).isEqualTo("req_1");
        assertThat(error.retryAfter()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void an_empty_body_is_an_error_too() {
        assertThat(decode(500, "").message()).contains("500");
    }

    @Test
    void pitfall_36_clients_get_their_envelope_status_and_wait() {
        EncodedError error = Wire.DIALECT
                .errors()
                .encode(ChatError.of(ErrorKind.RATE_LIMIT, "slow").withRetryAfter(Duration.ofSeconds(3)));
        assertThat(error.status()).isEqualTo(429);
        assertThat(error.headers()).containsEntry("retry-after", "3");
        assertThat(new String(error.body(), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"error\":{\"message\":\"slow\",\"type\":\"rate_limit_error\",\"param\":null,\"code\":\"rate_limit_exceeded\"}}");
    }

    @Test
    void clients_are_told_not_to_repeat_what_a_bill_stops() {
        assertThat(Wire.DIALECT
                        .errors()
                        .encode(ChatError.of(ErrorKind.QUOTA, "pay"))
                        .headers())
                .containsEntry("x-should-retry", "false");
    }
}
