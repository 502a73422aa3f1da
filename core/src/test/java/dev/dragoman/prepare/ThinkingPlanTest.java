// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.capability.ModelTraits;
import dev.dragoman.capability.ThinkingKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.settings.ReasoningEffort;
import dev.dragoman.model.settings.ReasoningSettings;
import dev.dragoman.model.settings.Sampling;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThinkingPlanTest {
    private final Losses losses = new Losses();

    private ThinkingPlan plan(ReasoningSettings settings, Long limit) {
        ChatRequest request = ChatRequest.builder("m")
                .user("Hi")
                .reasoning(settings)
                .maxOutputTokens(limit)
                .build();
        return ThinkingPlan.of(request, ModelTraits.UNKNOWN, limit, null, losses);
    }

    @Test
    void nothing_asked_is_nothing_said() {
        assertThat(plan(ReasoningSettings.DEFAULT, null)).isEqualTo(new ThinkingPlan(null, null, null, null, null));
    }

    @Test
    void a_budget_stays_below_a_limit_and_is_free_without_one() {
        assertThat(plan(ReasoningSettings.ofBudget(4000), null).budget()).isEqualTo(4000);
        assertThat(losses.isEmpty()).isTrue();
        assertThat(plan(ReasoningSettings.ofBudget(4000), 2000L).budget()).isEqualTo(1999);
        assertThat(plan(ReasoningSettings.ofBudget(4000), 1024L).kind()).isEqualTo(ThinkingKind.OFF);
    }

    @Test
    void an_effort_means_adaptive_thinking_where_the_model_can() {
        ThinkingPlan plan = plan(ReasoningSettings.ofEffort(ReasoningEffort.HIGH), null);
        assertThat(plan.kind()).isEqualTo(ThinkingKind.ADAPTIVE);
        assertThat(plan.effort()).isEqualTo("high");
        assertThat(plan.off().isOn()).isFalse();
    }

    @Test
    void a_model_that_thinks_takes_no_sampling_but_the_usual() {
        Sampling asked = new Sampling(0.5, 0.5, 7, null, null, null, Map.of());
        Sampling fitted =
                SamplingFitter.fit(asked, ModelTraits.UNKNOWN, plan(ReasoningSettings.ofBudget(2000), null), losses);
        assertThat(fitted).isEqualTo(new Sampling(null, 0.95, null, null, null, null, Map.of()));
        assertThat(losses.toList())
                .extracting(loss -> loss.path() + " " + loss.kind())
                .isEqualTo(List.of("sampling.temperature DROPPED", "sampling.topK DROPPED", "sampling.topP CLAMPED"));
    }
}
