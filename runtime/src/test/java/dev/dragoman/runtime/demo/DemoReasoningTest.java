// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.demo;

import static dev.dragoman.runtime.demo.Heard.chat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.response.FinishReason.Kind;
import dev.dragoman.model.settings.ReasoningEffort;
import dev.dragoman.model.settings.ReasoningSettings;
import dev.dragoman.model.settings.ReasoningSettings.Mode;
import dev.dragoman.model.settings.ReasoningSettings.Visibility;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoReasoningTest {
    private static List<Part> parts(Heard heard) {
        return heard.response().choices().get(0).message().parts();
    }

    @Test
    void does_not_reason_unasked() {
        Heard heard = Heard.of(chat("Hi"));
        assertThat(parts(heard)).singleElement().isInstanceOf(Text.class);
        assertThat(heard.response().usage().output().reasoning()).isZero();
    }

    @Test
    void reasons_before_it_answers() {
        Heard heard = Heard.of(chat("Hi").reasoningEffort(ReasoningEffort.MEDIUM));
        assertThat(parts(heard)).hasSize(2).first().isInstanceOfSatisfying(Reasoning.class, reasoning -> {
            assertThat(reasoning.text())
                    .isEqualTo("The last message has 1 tokens. No tool is needed, so I repeat what was said.");
            assertThat(reasoning.origin()).isEqualTo(new Origin("demo", "chat"));
            assertThat(reasoning.signature()).isEqualTo(Thoughts.signature(reasoning.text()));
            assertThat(heard.response().usage().output().reasoning()).isEqualTo(Tokens.count(reasoning.text()));
            assertThat(heard.response().usage().outputTokens())
                    .isEqualTo(Tokens.count(reasoning.text()) + Tokens.count(heard.text()));
        });
    }

    @Test
    void the_reasoner_reasons_unless_told_not_to() {
        ChatRequest request = ChatRequest.builder("reasoner").user("Hi").build();
        assertThat(parts(Heard.of(request))).hasSize(2);
        assertThat(parts(Heard.of(request.toBuilder().reasoningEffort(ReasoningEffort.NONE))))
                .hasSize(1);
        assertThat(parts(Heard.of(request.toBuilder().reasoning(ReasoningSettings.ofMode(Mode.OFF)))))
                .hasSize(1);
    }

    @Test
    void mode_and_budget_ask_for_reasoning_too() {
        assertThat(parts(Heard.of(chat("Hi").reasoning(ReasoningSettings.ofMode(Mode.ADAPTIVE)))))
                .hasSize(2);
        Heard brief = Heard.of(chat("Hi").reasoning(ReasoningSettings.ofBudget(2)));
        assertThat(brief.response().usage().output().reasoning()).isEqualTo(2);
        assertThat(brief.finish().kind()).isEqualTo(Kind.STOP);
    }

    @Test
    void more_effort_means_more_words() {
        long low = reasoned(ReasoningEffort.LOW);
        long medium = reasoned(ReasoningEffort.MEDIUM);
        long high = reasoned(ReasoningEffort.HIGH);
        assertThat(low).isLessThan(medium);
        assertThat(medium).isLessThan(high);
    }

    private static long reasoned(ReasoningEffort effort) {
        return Heard.of(chat("Hi").reasoningEffort(effort))
                .response()
                .usage()
                .output()
                .reasoning();
    }

    @Test
    void hidden_reasoning_is_counted_all_the_same() {
        Heard heard = Heard.of(
                chat("Hi").reasoning(new ReasoningSettings(Mode.ON, null, null, Visibility.OMITTED, Extensions.NONE)));
        assertThat(parts(heard)).hasSize(1);
        assertThat(heard.response().usage().output().reasoning()).isPositive();
    }

    @Test
    void reasoning_may_use_up_the_limit() {
        Heard heard = Heard.of(chat("Hi").reasoningEffort(ReasoningEffort.HIGH).maxOutputTokens(5L));
        assertThat(parts(heard)).singleElement().isInstanceOf(Reasoning.class);
        assertThat(heard.finish().kind()).isEqualTo(Kind.LENGTH);
        assertThat(heard.response().usage().outputTokens()).isEqualTo(5);
    }

    @Test
    void recognises_its_own_reasoning_when_it_comes_back() {
        ChatRequest first = chat("Hi").reasoningEffort(ReasoningEffort.LOW).build();
        Heard second = Heard.of(first.toBuilder()
                .message(Heard.of(first).response().choices().get(0).message())
                .user("And again"));
        assertThat(second.text()).contains("My own reasoning came back unchanged (1).");
    }
}
