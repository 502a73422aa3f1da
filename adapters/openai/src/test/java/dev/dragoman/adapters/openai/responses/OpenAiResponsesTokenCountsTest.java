// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.responses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.EncodedRequest;
import dev.dragoman.dialect.TokenCounts;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.error.ChatException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OpenAiResponsesTokenCountsTest {
    private static final TokenCounts COUNTS =
            new OpenAiResponsesDialect().tokenCounts().orElseThrow();

    private static byte[] json(String quoted) {
        return quoted.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8).replace('"', '\'');
    }

    @Test
    void a_question_is_read_as_a_response_is() {
        ChatRequest request =
                COUNTS.decodeRequest(WireRequest.of(json("{'model':'a/b','instructions':'Be kind.','input':'Hi'}")));
        assertThat(request.messages()).hasSize(2);
        assertThatThrownBy(() -> COUNTS.decodeRequest(WireRequest.of(json("{'model':'a/b','input':7}"))))
                .isInstanceOfSatisfying(
                        ChatException.class, e -> assertThat(e.error().param()).isEqualTo("input"));
    }

    @Test
    void only_what_counts_is_sent() {
        Losses losses = new Losses();
        EncodedRequest encoded = COUNTS.encodeRequest(
                ChatRequest.builder("gpt-5").user("Hi").maxOutputTokens(50L).stream(true)
                        .build(),
                EncodeContext.toVendor(losses, "openai-responses"));
        assertThat(encoded.path()).isEqualTo("/responses/input_tokens");
        assertThat(text(encoded.body()))
                .startsWith("{'model':'gpt-5','input':[")
                .doesNotContain("max_output_tokens", "'stream'", "'store'", "'include'");
        assertThat(losses.isEmpty()).isTrue();
    }

    @Test
    void a_question_of_the_same_dialect_passes_through() {
        EncodedRequest forwarded = COUNTS.forwardRequest(
                WireRequest.of(json("{'model':'a/b', 'personality':'x'}")),
                "b",
                EncodeContext.toVendor(new Losses(), "openai-responses"));
        assertThat(forwarded.path()).isEqualTo("/responses/input_tokens");
        assertThat(text(forwarded.body())).isEqualTo("{'model':'b', 'personality':'x'}");
    }

    @Test
    void the_count_is_read_and_written() {
        byte[] body = COUNTS.encodeResponse(9);
        assertThat(text(body)).isEqualTo("{'object':'response.input_tokens','input_tokens':9}");
        assertThat(COUNTS.decodeResponse(body)).isEqualTo(9);
        assertThatThrownBy(() -> COUNTS.decodeResponse(json("{'object':'x'}"))).isInstanceOf(ChatException.class);
    }
}
