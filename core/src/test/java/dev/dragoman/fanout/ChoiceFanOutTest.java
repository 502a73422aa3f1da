// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.dragoman.json.RawJson;
import dev.dragoman.loss.Loss;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.LossPolicy;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.response.ChatResponse;
import dev.dragoman.model.response.Choice;
import dev.dragoman.model.response.Usage;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ChoiceFanOutTest {
    private final Losses losses = new Losses();

    private static ChatRequest ask(Integer count) {
        return ChatRequest.builder("m").user("Hello").choiceCount(count).build();
    }

    @Test
    void each_answer_is_asked_for_by_itself_and_that_is_reported() {
        List<ChatRequest> calls = ChoiceFanOut.split(ask(3), losses);
        assertThat(calls).hasSize(3).allMatch(call -> call.choiceCount() == null);
        assertThat(losses.toList())
                .extracting(Loss::path, Loss::kind)
                .containsExactly(tuple("choiceCount", LossKind.EMULATED));
        LossPolicy.SAFE.check(losses.toList());
    }

    @Test
    void one_answer_needs_no_splitting() {
        assertThat(ChoiceFanOut.split(ask(1), losses)).containsExactly(ask(1));
        assertThat(ChoiceFanOut.split(ask(null), losses)).hasSize(1);
        assertThat(ChoiceFanOut.split(ask(0), losses)).hasSize(1);
        assertThat(losses.isEmpty()).isTrue();
    }

    @Test
    void seeds_differ_and_never_overflow() {
        ChatRequest request = ask(2).toBuilder().seed(Long.MAX_VALUE).build();
        assertThat(ChoiceFanOut.split(request, losses))
                .extracting(call -> Objects.requireNonNull(call.sampling().seed()))
                .containsExactly(Long.MAX_VALUE, Long.MAX_VALUE - 1);
        assertThat(losses.toList()).extracting(Loss::path).containsExactly("choiceCount", "sampling.seed");
        assertThat(ChoiceFanOut.split(ask(2).toBuilder().seed(7L).build(), losses))
                .extracting(call -> Objects.requireNonNull(call.sampling().seed()))
                .containsExactly(7L, 8L);
    }

    @Test
    void too_many_are_refused() {
        assertThatThrownBy(() -> ChoiceFanOut.split(ask(ChoiceFanOut.MOST_CALLS + 1), losses))
                .isInstanceOfSatisfying(
                        ChatException.class, e -> assertThat(e.error().param()).isEqualTo("choiceCount"));
        assertThat(ChoiceFanOut.split(ask(ChoiceFanOut.MOST_CALLS), losses)).hasSize(128);
    }

    @Test
    void whole_answers_become_one() {
        ChatResponse merged = ChoiceMerger.merge(List.of(Answers.answer(0), Answers.answer(1), Answers.answer(2)));
        assertThat(merged.id()).isEqualTo("id_0");
        assertThat(merged.created()).isEqualTo(100L);
        assertThat(merged.choices()).extracting(Choice::index).containsExactly(0, 1, 2);
        assertThat(merged.choices().get(2).message().text()).isEqualTo("Answer 2");
        Usage usage = Objects.requireNonNull(merged.usage());
        assertThat(usage.inputTokens()).isEqualTo(30);
        assertThat(usage.outputTokens()).isEqualTo(3);
        assertThat(usage.input().cacheRead()).isEqualTo(12);
        assertThat(usage.input().cacheWrite()).isNull();
        assertThat(usage.output().reasoning()).isEqualTo(4);
        assertThat(usage.raw()).isEqualTo(RawJson.parse("[{\"n\":0},{\"n\":1},{\"n\":2}]"));
        assertThat(merged.extensions().get("acme", "both"))
                .as("the first one counts")
                .isEqualTo(RawJson.number(0));
        assertThat(merged.extensions().get("acme", "only")).isEqualTo(RawJson.number(1));
    }

    @Test
    void one_answer_stays_as_it_is_and_none_is_no_answer() {
        assertThat(ChoiceMerger.merge(List.of(Answers.answer(0)))).isEqualTo(Answers.answer(0));
        assertThatThrownBy(() -> ChoiceMerger.merge(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
