// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.prepare;

import dev.dragoman.capability.ModelTraits;
import dev.dragoman.capability.ThinkingKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.ToolResult;
import dev.dragoman.model.settings.ReasoningSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a model with Claude's ways of thinking is told to think, whoever serves it.
 *
 * @param kind in which way; {@code null} to say nothing
 * @param budget most tokens to think with; {@code null} if none is said
 * @param visibility {@code OMITTED} or {@code DETAILED}; {@code null} if not said
 * @param effort how hard, in a word the model knows; {@code null} if not said
 * @param limit most tokens of thoughts and answer; {@code null} if none is said
 */
public record ThinkingPlan(
        @Nullable ThinkingKind kind,
        @Nullable Long budget,
        ReasoningSettings.@Nullable Visibility visibility,
        @Nullable String effort,
        @Nullable Long limit) {
    /**
     * Plans for a request; whatever is changed goes into the losses.
     *
     * @param traits what the model can do
     * @param limit most tokens of thoughts and answer; a budget stays below it. It grows for a budget if the request itself names
     *     no limit. {@code null} if the vendor needs none
     * @param wish a kind that the source asked for in its own words; {@code null} if none
     */
    public static ThinkingPlan of(
            ChatRequest request, ModelTraits traits, @Nullable Long limit, @Nullable ThinkingKind wish, Losses losses) {
        return new ThinkingPlanner(request, traits, limit, wish, losses).plan();
    }

    /** Whether the model thinks. */
    public boolean isOn() {
        return kind == ThinkingKind.MANUAL || kind == ThinkingKind.ADAPTIVE;
    }

    /** Whether it thinks with a budget, which forbids more than thinking otherwise. */
    public boolean isManual() {
        return kind == ThinkingKind.MANUAL;
    }

    /** The same plan without thinking. */
    public ThinkingPlan off() {
        return new ThinkingPlan(ThinkingKind.OFF, null, null, effort, limit);
    }

    /**
     * Whether the last turn brings results to a turn of the model that does not begin with its thoughts: a model that thinks with
     * a budget refuses to go on with it.
     */
    public static boolean loopsUnsigned(List<PlacedMessage> messages) {
        int last = messages.size() - 1;
        while (last > 0 && messages.get(last).role().isInstruction()) {
            last--;
        }
        if (last < 1 || !messages.get(last).holds(ToolResult.class)) {
            return false;
        }
        List<PlacedPart> answer = messages.get(last - 1).parts();
        return !answer.isEmpty() && !(answer.get(0).part() instanceof Reasoning);
    }
}
