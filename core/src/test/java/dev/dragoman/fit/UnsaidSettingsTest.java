// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dragoman.loss.Loss;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.ChatRequest;
import org.junit.jupiter.api.Test;

class UnsaidSettingsTest {
    private static final UnsaidSettings UNSAID =
            UnsaidSettings.of(Setting.CHOICE_COUNT, Setting.VERBOSITY, Setting.STORE, Setting.LOGIT_BIAS);

    @Test
    void what_is_not_asked_for_is_no_loss() {
        Losses losses = new Losses();

        UNSAID.report(ChatRequest.builder("model").user("Hello").build(), losses);

        assertThat(losses.isEmpty()).isTrue();
    }

    @Test
    void asking_for_what_is_usual_does_not_change_the_answer() {
        Losses losses = new Losses();
        ChatRequest request = ChatRequest.builder("model")
                .user("Hello")
                .choiceCount(1)
                .verbosity("low")
                .store(true)
                .build();

        UNSAID.report(request, losses);

        assertThat(losses.toList())
                .extracting(Loss::path, Loss::severity)
                .containsExactly(
                        tuple("choiceCount", Severity.NOTE),
                        tuple("verbosity", Severity.CHANGES_ANSWER),
                        tuple("store", Severity.NOTE));
    }
}
