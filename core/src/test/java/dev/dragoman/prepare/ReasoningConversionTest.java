// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.model.settings.ReasoningEffort;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasoningConversionTest {
    @ParameterizedTest
    @CsvSource({
        "none,0",
        "minimal,1280",
        "low,6400",
        "medium,19200",
        "high,38400",
        "xhigh,57600",
        "max,60800",
        "odd,19200"
    })
    void an_effort_is_a_share_of_what_the_model_can_produce(String effort, long budget) {
        assertThat(ReasoningConversion.budget(new ReasoningEffort(effort), 64_000))
                .isEqualTo(budget);
    }

    @Test
    void a_budget_is_never_too_small() {
        assertThat(ReasoningConversion.budget(ReasoningEffort.LOW, 4096)).isEqualTo(1024);
    }

    @ParameterizedTest
    @CsvSource({"0,none", "1,minimal", "6400,low", "19200,medium", "38400,high", "57600,xhigh", "64000,xhigh"})
    void a_budget_is_told_as_the_nearest_effort(long budget, String effort) {
        assertThat(ReasoningConversion.effort(budget, 64_000).value()).isEqualTo(effort);
    }

    @ParameterizedTest
    @CsvSource({"minimal,low", "xhigh,max", "high,high", "odd,odd"})
    void efforts_a_model_does_not_know_become_the_next_stronger_one(String asked, String told) {
        assertThat(ReasoningConversion.nearest(new ReasoningEffort(asked), List.of("low", "medium", "high", "max"))
                        .value())
                .isEqualTo(told);
    }

    @Test
    void the_strongest_known_effort_stands_for_stronger_ones() {
        assertThat(ReasoningConversion.nearest(ReasoningEffort.MAX, List.of("low", "high")))
                .isEqualTo(ReasoningEffort.HIGH);
    }
}
