// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Signature;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReasoningSealTest {
    private static final Origin ORIGIN = new Origin("gemini", "g");

    @Test
    void what_is_sealed_comes_back_with_its_origin() {
        Reasoning thought = new Reasoning(null, List.of("Thought."), "s", "e", "rs_1", ORIGIN, Extensions.NONE);
        String text = ReasoningSeal.of(thought, thought.summary(), false).write();
        assertThat(ReasoningSeal.isSeal(text)).isTrue();
        assertThat(ReasoningSeal.read(text).reasoning("shown", Extensions.NONE)).isEqualTo(thought);
    }

    @Test
    void a_signature_of_the_next_part_is_told_apart() {
        ReasoningSeal seal = ReasoningSeal.read(
                ReasoningSeal.ofNext(new Signature("s", ORIGIN)).write());
        assertThat(seal.next()).isTrue();
        assertThat(seal.signature()).isEqualTo("s");
    }

    @Test
    void other_texts_and_broken_seals_are_none() {
        assertThat(ReasoningSeal.read("c2ln")).isNull();
        assertThat(ReasoningSeal.read("dragoman.1.%%%")).isNull();
        assertThat(ReasoningSeal.read("dragoman.1.WzFd")).isNull();
    }
}
