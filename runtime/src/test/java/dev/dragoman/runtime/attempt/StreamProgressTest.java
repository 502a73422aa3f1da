// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.event.EventGrammar;
import dev.dragoman.model.event.ResponseAssembler;
import dev.dragoman.model.response.FinishReason;
import dev.dragoman.model.response.Usage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamProgressTest {
    private static final ChatEvent START = new ChatEvent.ResponseStarted("1", "m", null, null, null);
    private static final Part THOUGHT = Reasoning.of("", null);

    private static StreamProgress after(ChatEvent... events) {
        StreamProgress progress = new StreamProgress();
        for (ChatEvent event : events) {
            progress.accept(event);
        }
        return progress;
    }

    private static ChatEvent part(int index, Part part) {
        return new ChatEvent.PartStarted(0, index, part);
    }

    private static ChatEvent text(int index, String text) {
        return new ChatEvent.TextDelta(0, index, text);
    }

    private static ToolCall call() {
        return ToolCall.of("c", "f", "");
    }

    @Test
    void text_can_be_continued_after_open_thoughts() {
        StreamProgress progress = after(
                START,
                part(0, THOUGHT),
                new ChatEvent.ReasoningDelta(0, 0, "hm"),
                new ChatEvent.PartEnded(0, 0),
                part(1, Text.of("")),
                text(1, "Hello "));
        assertThat(progress.isContinuable()).isTrue();
        assertThat(progress.texts()).containsExactly("Hello");
        assertThat(progress.endsInSpace()).isTrue();
        assertThat(progress.openPart()).isEqualTo(1);
    }

    @Test
    void nothing_else_can() {
        assertThat(after(START).isContinuable()).as("nothing").isFalse();
        assertThat(after(START, part(0, Text.of("")), text(0, " ")).isContinuable())
                .as("white space")
                .isFalse();
        assertThat(after(START, part(0, THOUGHT), new ChatEvent.ReasoningDelta(0, 0, "hm"))
                        .isContinuable())
                .as("thoughts only")
                .isFalse();
        assertThat(after(
                                START,
                                part(0, THOUGHT),
                                new ChatEvent.ReasoningSealed(0, 0, "sig", null),
                                new ChatEvent.PartEnded(0, 0),
                                part(1, Text.of("a")))
                        .isContinuable())
                .as("signed thoughts")
                .isFalse();
        assertThat(after(START, part(0, Text.of("a")), new ChatEvent.PartEnded(0, 0), part(1, call()))
                        .isContinuable())
                .as("an open call")
                .isFalse();
        assertThat(after(START, part(0, Text.of("a")), new ChatEvent.PartEnded(0, 0))
                        .isContinuable())
                .as("a complete text")
                .isFalse();
        assertThat(after(START, part(0, Text.of("a")), new ChatEvent.PartStarted(1, 0, Text.of("b")))
                        .isContinuable())
                .as("two answers")
                .isFalse();
    }

    @Test
    void a_continuation_becomes_a_part_of_the_answer() {
        List<ChatEvent> events = new ArrayList<>(
                List.of(START, new ChatEvent.UsageReported(Usage.of(10, 1)), part(0, Text.of("")), text(0, "Hello ")));
        StreamProgress progress = after(events.toArray(ChatEvent[]::new));
        Splice splice = new Splice(progress);
        for (ChatEvent event : List.of(
                new ChatEvent.ResponseStarted("2", "other", null, null, null),
                part(0, THOUGHT),
                new ChatEvent.ReasoningDelta(0, 0, "on I go"),
                new ChatEvent.PartEnded(0, 0),
                part(1, Text.of("")),
                text(1, " "),
                text(1, " World"),
                new ChatEvent.PartEnded(0, 1),
                part(2, call()),
                new ChatEvent.ArgumentsDelta(0, 2, "{}"),
                new ChatEvent.PartEnded(0, 2),
                new ChatEvent.ChoiceFinished(0, FinishReason.of(FinishReason.Kind.TOOL_CALLS, null)),
                new ChatEvent.UsageReported(Usage.of(13, 4)),
                new ChatEvent.ResponseEnded())) {
            splice.accept(event, events::add);
        }
        EventGrammar grammar = new EventGrammar();
        ResponseAssembler assembler = new ResponseAssembler();
        events.forEach(grammar);
        grammar.end();
        events.forEach(assembler);
        assertThat(assembler.response().text()).isEqualTo("Hello World");
        assertThat(assembler.response().id()).isEqualTo("1");
        assertThat(assembler.response().choices().get(0).message().parts()).hasSize(2);
        assertThat(assembler.response().usage()).isEqualTo(Usage.of(10, 7));
    }

    @Test
    void an_empty_continuation_ends_the_text() {
        List<ChatEvent> events = new ArrayList<>(List.of(START, part(0, Text.of("Hello"))));
        Splice splice = new Splice(after(events.toArray(ChatEvent[]::new)));
        splice.accept(new ChatEvent.ResponseStarted("2", "other", null, null, null), events::add);
        splice.accept(new ChatEvent.ChoiceFinished(0, FinishReason.of(FinishReason.Kind.STOP, null)), events::add);
        splice.accept(new ChatEvent.ResponseEnded(), events::add);
        EventGrammar grammar = new EventGrammar();
        events.forEach(grammar);
        grammar.end();
        assertThat(events).contains(new ChatEvent.PartEnded(0, 0));
    }
}
