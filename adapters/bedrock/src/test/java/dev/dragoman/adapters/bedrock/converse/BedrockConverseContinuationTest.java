// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.settings.ReasoningSettings;
import org.junit.jupiter.api.Test;

class BedrockConverseContinuationTest {
    private static boolean continues(ChatRequest request) {
        return Wire.DIALECT.continues(request, EncodeContext.toVendor(new Losses(), "bedrock"));
    }

    @Test
    void claudes_older_models_continue_a_message_of_their_own_unless_they_think() {
        ChatRequest old = ChatRequest.builder(Wire.CLAUDE_4_5).user("Hi").build();
        assertThat(continues(old)).isTrue();
        ReasoningSettings thinking = new ReasoningSettings(null, null, 2048L, null, Extensions.NONE);
        assertThat(continues(old.toBuilder().reasoning(thinking).build())).isFalse();
    }

    @Test
    void of_other_models_it_is_refused_or_not_known() {
        ChatRequest request =
                ChatRequest.builder("anthropic.claude-opus-5-v1").user("Hi").build();
        assertThat(continues(request)).isFalse();
        assertThat(continues(request.withModel("meta.llama3-70b-instruct-v1:0")))
                .isFalse();
        assertThat(continues(request.withModel("somebody.else-v1"))).isFalse();
    }
}
