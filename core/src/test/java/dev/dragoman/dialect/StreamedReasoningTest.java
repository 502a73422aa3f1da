// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.event.ChatEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamedReasoningTest {
    private final StringBuilder shown = new StringBuilder();

    private StreamedReasoning begun(Reasoning opening) {
        StreamedReasoning told = new StreamedReasoning(opening, shown::append);
        told.begin();
        return told;
    }

    @Test
    void summaries_are_shown_with_a_blank_line_between_where_there_is_no_text() {
        StreamedReasoning told = begun(new Reasoning(null, List.of("one"), null, null, null, null, Extensions.NONE));
        told.grow(new ChatEvent.ReasoningSummaryDelta(0, 0, 1, "tw"));
        told.grow(new ChatEvent.ReasoningSummaryDelta(0, 0, 1, "o"));

        assertThat(shown).hasToString("one\n\ntwo");
        assertThat(told.soFar().summary()).containsExactly("one", "two");
        assertThat(told.soFar().text()).isNull();
    }

    @Test
    void summaries_of_a_text_are_kept_and_not_shown() {
        StreamedReasoning told = begun(Reasoning.of("think", null));
        told.grow(new ChatEvent.ReasoningSummaryDelta(0, 0, 0, "short"));

        assertThat(shown).hasToString("think");
        assertThat(told.soFar().summary()).containsExactly("short");
        assertThat(told.isEmpty()).isFalse();
    }

    @Test
    void later_seals_replace_only_what_they_tell() {
        StreamedReasoning told = begun(Reasoning.of("", null));
        told.grow(new ChatEvent.ReasoningSealed(0, 0, "signature", null));
        told.grow(new ChatEvent.ReasoningSealed(0, 0, null, "sealed"));

        assertThat(told.soFar().signature()).isEqualTo("signature");
        assertThat(told.soFar().encrypted()).isEqualTo("sealed");
        assertThat(told.hasText()).isTrue();
        assertThat(told.isEmpty()).isTrue();
    }
}
