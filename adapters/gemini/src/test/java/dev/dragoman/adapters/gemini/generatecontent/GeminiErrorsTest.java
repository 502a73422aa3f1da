// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.dialect.EncodedError;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ErrorKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GeminiErrorsTest {
    private static ChatError decode(int status, String body) {
        return Wire.DIALECT.errors().decode(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void pitfall_36_errors_have_the_shape_that_the_sdks_read() {
        EncodedError encoded = Wire.DIALECT
                .errors()
                .encode(ChatError.of(ErrorKind.RATE_LIMIT, "Slow down")
                        .withRetryAfter(Duration.ofMillis(1500))
                        .withParam("contents[0]"));
        assertThat(encoded.status()).isEqualTo(429);
        assertThat(encoded.headers()).containsEntry("retry-after", "2");
        assertThat(Wire.text(encoded.body()))
                .isEqualTo(
                        "{\"error\":{\"code\":429,\"message\":\"Slow down\",\"status\":\"RESOURCE_EXHAUSTED\",\"details\":["
                                + "{\"@type\":\"type.googleapis.com/google.rpc.BadRequest\",\"fieldViolations\":[{\"field\":\"contents[0]\","
                                + "\"description\":\"Slow down\"}]},"
                                + "{\"@type\":\"type.googleapis.com/google.rpc.RetryInfo\",\"retryDelay\":\"1.500s\"}]}}");
    }

    @Test
    void kinds_are_told_by_reason_then_words_then_status() {
        assertThat(decode(
                                400,
                                "{\"error\":{\"code\":400,\"message\":\"no\",\"status\":\"INVALID_ARGUMENT\",\"details\":[{\"reason\":\"API_KEY_INVALID\"}]}}")
                        .kind())
                .isEqualTo(ErrorKind.AUTHENTICATION);
        assertThat(decode(
                                400,
                                "{\"error\":{\"message\":\"The input token count (9) exceeds the maximum number of tokens allowed (8).\",\"status\":\"INVALID_ARGUMENT\"}}")
                        .kind())
                .isEqualTo(ErrorKind.CONTEXT_LENGTH);
        assertThat(decode(503, "<html>").kind()).isEqualTo(ErrorKind.OVERLOADED);
        assertThat(decode(403, "[{\"error\":{\"message\":\"no\",\"status\":\"PERMISSION_DENIED\"}}]")
                        .message())
                .isEqualTo("no");
    }

    @Test
    void pitfall_37_an_error_in_a_stream_may_lack_its_number() {
        ChatError error = GeminiErrors.inStream(
                RawJson.parse("{\"code\":null,\"message\":\"Late\",\"status\":\"DEADLINE_EXCEEDED\"}"));
        assertThat(error.kind()).isEqualTo(ErrorKind.TIMEOUT);
        assertThat(error.status()).isEqualTo(504);
    }
}
