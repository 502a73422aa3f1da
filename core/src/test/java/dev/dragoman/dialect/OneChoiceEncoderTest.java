// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.Loss;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.response.FinishReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OneChoiceEncoderTest {
    private static final WireBuffer OUT = new WireBuffer(0);

    private final List<String> told = new ArrayList<>();
    private final Losses losses = new Losses();
    private final OneChoiceEncoder encoder = new Telling();

    private void encode(ChatEvent... events) {
        for (ChatEvent event : events) {
            encoder.encode(event, OUT);
        }
    }

    @Test
    void parts_come_one_after_another() {
        encode(
                new ChatEvent.PartStarted(0, 0, Text.of("")),
                new ChatEvent.PartStarted(0, 1, Text.of("")),
                new ChatEvent.TextDelta(0, 1, "late"),
                new ChatEvent.TextDelta(0, 0, "early"),
                new ChatEvent.PartEnded(0, 0),
                new ChatEvent.PartEnded(0, 1));

        assertThat(told).containsExactly("start", "part 0", "early", "end", "part 1", "late", "end");
    }

    @Test
    void other_choices_are_dropped_and_reported_once() {
        encode(
                new ChatEvent.PartStarted(1, 0, Text.of("other")),
                new ChatEvent.PartEnded(1, 0),
                new ChatEvent.ChoiceFinished(1, FinishReason.of(FinishReason.Kind.LENGTH, null)),
                new ChatEvent.ResponseEnded());

        assertThat(told).containsExactly("start", "done blocked");
        assertThat(losses.toList()).extracting(Loss::path).containsExactly("choices[1]");
    }

    @Test
    void an_open_part_ends_before_the_answer() {
        encode(
                new ChatEvent.PartStarted(0, 0, Text.of("Hello")),
                new ChatEvent.ChoiceFinished(0, FinishReason.of(FinishReason.Kind.STOP, null)),
                new ChatEvent.ResponseEnded());

        assertThat(told).containsExactly("start", "part 0", "end", "done STOP");
    }

    private final class Telling extends OneChoiceEncoder {
        Telling() {
            super(new ExtensionWriter("mine", Set.of()), losses);
        }

        @Override
        protected void into(WireBuffer target) {}

        @Override
        protected void startResponse(ChatEvent.ResponseStarted event) {
            told.add("start");
        }

        @Override
        protected void startPart(ChatEvent.PartStarted event) {
            told.add("part " + event.index());
        }

        @Override
        protected void grow(ChatEvent.OfPart event) {
            told.add(event instanceof ChatEvent.TextDelta delta ? delta.text() : "other");
        }

        @Override
        protected void endPart() {
            told.add("end");
        }

        @Override
        protected void endResponse() {
            FinishReason reason = reason();
            told.add("done " + (reason == null ? "blocked" : reason.kind()));
        }

        @Override
        public void heartbeat(WireBuffer out) {}

        @Override
        public void heartbeat(ChatEvent.Heartbeat event) {}

        @Override
        public void losses(List<Loss> late, WireBuffer out) {}

        @Override
        public void streamFailed(ChatEvent.StreamFailed event) {}
    }
}
