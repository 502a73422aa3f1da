// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.event.EventGrammar;
import dev.dragoman.model.event.ResponseAssembler;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChoiceStreamMergerTest {
    private final List<ChatEvent> events = new ArrayList<>();

    private void grammatical() {
        EventGrammar grammar = new EventGrammar();
        events.forEach(grammar);
        grammar.end();
    }

    /** Feeds the streams of three answers, mixed after this seed. */
    private ChoiceStreamMerger mixed(long seed) {
        ChoiceStreamMerger merger = new ChoiceStreamMerger(3, events::add);
        Random random = new Random(seed);
        List<Deque<ChatEvent>> calls = new ArrayList<>();
        for (int call = 0; call < 3; call++) {
            calls.add(new ArrayDeque<>(Answers.events(Answers.answer(call))));
        }
        // The first call starts first, as its head is that of the whole.
        merger.accept(0, calls.get(0).removeFirst());
        merger.accept(0, calls.get(0).removeFirst());
        while (!merger.isOver()) {
            int call = random.nextInt(3);
            if (!calls.get(call).isEmpty()) {
                merger.accept(call, calls.get(call).removeFirst());
            }
        }
        return merger;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void streams_fold_to_what_whole_answers_merge_to(long seed) {
        mixed(seed);
        grammatical();
        ResponseAssembler assembler = new ResponseAssembler();
        events.forEach(assembler);
        assertThat(assembler.response())
                .isEqualTo(ChoiceMerger.merge(List.of(Answers.answer(0), Answers.answer(1), Answers.answer(2))));
        assertThat(events)
                .filteredOn(ChatEvent.ResponseStarted.class::isInstance)
                .hasSize(1);
        assertThat(events).filteredOn(ChatEvent::isTerminal).hasSize(1);
    }

    @Test
    void a_failure_of_one_call_ends_the_whole_at_once() {
        ChoiceStreamMerger merger = new ChoiceStreamMerger(2, events::add);
        ChatEvent failure = new ChatEvent.StreamFailed(ChatError.of(ErrorKind.OVERLOADED, "Busy"));
        Answers.events(Answers.answer(0)).forEach(event -> merger.accept(0, event));
        assertThat(merger.isOver()).isFalse();
        merger.accept(1, failure);
        assertThat(merger.isOver()).isTrue();
        Answers.events(Answers.answer(1)).forEach(event -> merger.accept(1, event));
        assertThat(events.get(events.size() - 1)).isSameAs(failure);
        grammatical();
    }

    @Test
    void pitfall_38_a_call_that_never_ends_is_no_success() {
        ChoiceStreamMerger merger = new ChoiceStreamMerger(2, events::add);
        Answers.events(Answers.answer(0)).forEach(event -> merger.accept(0, event));
        List<ChatEvent> cut = Answers.events(Answers.answer(1));
        cut.subList(0, cut.size() - 1).forEach(event -> merger.accept(1, event));
        assertThat(events).noneMatch(ChatEvent::isTerminal);
    }

    @Test
    void what_follows_the_end_of_a_call_is_ignored() {
        ChoiceStreamMerger merger = new ChoiceStreamMerger(2, events::add);
        List<ChatEvent> first = Answers.events(Answers.answer(0));
        first.forEach(event -> merger.accept(0, event));
        first.forEach(event -> merger.accept(0, event));
        Answers.events(Answers.answer(1)).forEach(event -> merger.accept(1, event));
        grammatical();
    }

    @Test
    void signs_of_life_pass() {
        new ChoiceStreamMerger(2, events::add).accept(1, new ChatEvent.Heartbeat());
        assertThat(events).containsExactly(new ChatEvent.Heartbeat());
    }

    @Test
    void a_stream_of_no_calls_makes_no_sense() {
        assertThatThrownBy(() -> new ChoiceStreamMerger(0, events::add)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ChoiceStreamMerger(1, events::add).accept(1, new ChatEvent.Heartbeat()))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }
}
