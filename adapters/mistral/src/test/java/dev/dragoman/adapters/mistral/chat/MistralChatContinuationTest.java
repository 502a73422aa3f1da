// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.mistral.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.ChatRequestBuilder;
import dev.dragoman.model.settings.OutputFormat;
import dev.dragoman.model.settings.ReasoningEffort;
import org.junit.jupiter.api.Test;

class MistralChatContinuationTest {
    private static ChatRequestBuilder ask(String model) {
        return ChatRequest.builder(model).user("Hi");
    }

    private static boolean continues(ChatRequestBuilder request) {
        return new MistralChatDialect().continues(request.build(), EncodeContext.toVendor(new Losses(), "mistral"));
    }

    @Test
    void a_last_message_of_the_model_is_continued_as_a_prefix() {
        assertThat(continues(ask("mistral-large-latest"))).isTrue();
        assertThat(continues(ask("mistral-medium-latest").reasoningEffort(ReasoningEffort.NONE)))
                .isTrue();
    }

    @Test
    void a_model_that_thinks_or_writes_json_begins_anew() {
        assertThat(continues(ask("magistral-medium-2509"))).isFalse();
        assertThat(continues(ask("mistral-medium-latest").reasoningEffort(ReasoningEffort.HIGH)))
                .isFalse();
        assertThat(continues(ask("mistral-large-latest").outputFormat(new OutputFormat.JsonObject())))
                .isFalse();
    }
}
