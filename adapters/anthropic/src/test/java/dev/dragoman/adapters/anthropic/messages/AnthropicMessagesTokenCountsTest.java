// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

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
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnthropicMessagesTokenCountsTest {
    private static final TokenCounts COUNTS = Wire.DIALECT.tokenCounts().orElseThrow();

    private static WireRequest wire(String body) {
        return new WireRequest(
                body.replace('\'', '"').getBytes(StandardCharsets.UTF_8),
                null,
                null,
                Map.of("anthropic-version", "2023-06-01"));
    }

    @Test
    void a_request_needs_no_limit() {
        ChatRequest request = COUNTS.decodeRequest(
                wire("{'model':'a/b','system':'Be kind','messages':[{'role':'user','content':'Hi'}]}"));
        assertThat(request.model()).isEqualTo("a/b");
        assertThat(request.messages()).hasSize(2);
        assertThat(request.maxOutputTokens()).isNull();
        assertThatThrownBy(() -> COUNTS.decodeRequest(wire("{'model':'a/b'}")))
                .isInstanceOfSatisfying(
                        ChatException.class, e -> assertThat(e.error().param()).isEqualTo("messages"));
    }

    @Test
    void only_what_counts_is_sent() {
        Losses losses = new Losses();
        EncodedRequest encoded = COUNTS.encodeRequest(
                ChatRequest.builder(Wire.CLAUDE_4_5).user("Hi").stream(true).build(),
                EncodeContext.toVendor(losses, "anthropic"));
        assertThat(encoded.path()).isEqualTo("/v1/messages/count_tokens");
        assertThat(Wire.json(encoded.body()))
                .isEqualTo(
                        Wire.json("{'model':'" + Wire.CLAUDE_4_5 + "','messages':[{'role':'user','content':'Hi'}]}"));
        assertThat(losses.isEmpty()).isTrue();
    }

    @Test
    void a_request_of_the_same_dialect_passes_through() {
        EncodedRequest forwarded = COUNTS.forwardRequest(
                wire("{'model':'a/b', 'new':1}"), "b", EncodeContext.toVendor(new Losses(), "anthropic"));
        assertThat(forwarded.path()).isEqualTo("/v1/messages/count_tokens");
        assertThat(forwarded.headers()).containsEntry("anthropic-version", "2023-06-01");
        assertThat(new String(forwarded.body(), StandardCharsets.UTF_8)).isEqualTo("{\"model\":\"b\", \"new\":1}");
    }

    @Test
    void the_answer_is_one_number() {
        assertThat(new String(COUNTS.encodeResponse(42), StandardCharsets.UTF_8))
                .isEqualTo("{\"input_tokens\":42}");
        assertThat(COUNTS.decodeResponse(
                        "{\"context_management\":{\"a\":1},\"input_tokens\":7}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(7);
        assertThatThrownBy(() -> COUNTS.decodeResponse("{}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ChatException.class);
    }
}
