// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.prepare;

import dev.dragoman.model.settings.ReasoningEffort;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The one table between how hard to think, in words, and how many tokens to think with. A share is of the most tokens that the
 * model can produce:
 *
 * <table>
 * <caption>Effort and budget</caption>
 * <tr><th>effort</th><th>budget</th><th>budgets that are told as this effort</th></tr>
 * <tr><td>none</td><td>0</td><td>0</td></tr>
 * <tr><td>minimal</td><td>2 %</td><td>below 5 %</td></tr>
 * <tr><td>low</td><td>10 %</td><td>below 20 %</td></tr>
 * <tr><td>medium</td><td>30 %</td><td>below 45 %</td></tr>
 * <tr><td>high</td><td>60 %</td><td>below 75 %</td></tr>
 * <tr><td>xhigh</td><td>90 %</td><td>75 % and more</td></tr>
 * <tr><td>max</td><td>95 %</td><td></td></tr>
 * </table>
 *
 * <p>A budget is at least {@value #LEAST_BUDGET} tokens, which is what Anthropic and Bedrock demand, unless it is 0.
 */
public final class ReasoningConversion {
    /** The smallest budget but none. */
    public static final long LEAST_BUDGET = 1024;

    /** The words by strength. */
    private static final List<String> WORDS = List.of("none", "minimal", "low", "medium", "high", "xhigh", "max");

    private static final Map<String, Integer> PERCENT =
            Map.of("minimal", 2, "low", 10, "medium", 30, "high", 60, "xhigh", 90, "max", 95);

    private ReasoningConversion() {}

    /**
     * The budget of an effort; a word that nobody knows counts as {@code medium}.
     *
     * @param ceiling most tokens that the model can produce
     */
    public static long budget(ReasoningEffort effort, long ceiling) {
        if (effort.equals(ReasoningEffort.NONE)) {
            return 0;
        }
        int percent = PERCENT.getOrDefault(effort.value(), 30);
        return Math.max(LEAST_BUDGET, ceiling * percent / 100);
    }

    /**
     * The effort that is nearest to a budget.
     *
     * @param ceiling most tokens that the model can produce, more than 0
     */
    public static ReasoningEffort effort(long budget, long ceiling) {
        if (budget == 0) {
            return ReasoningEffort.NONE;
        }
        double share = 100.0 * budget / ceiling;
        if (share < 5) {
            return ReasoningEffort.MINIMAL;
        }
        if (share < 20) {
            return ReasoningEffort.LOW;
        }
        if (share < 45) {
            return ReasoningEffort.MEDIUM;
        }
        return share < 75 ? ReasoningEffort.HIGH : ReasoningEffort.XHIGH;
    }

    /**
     * The effort nearest to the one asked for among those that a model knows: the next stronger one, else the strongest. A word
     * that nobody knows goes as it is.
     *
     * @param known words of the model, at least one
     */
    public static ReasoningEffort nearest(ReasoningEffort asked, Collection<String> known) {
        int strength = WORDS.indexOf(asked.value());
        if (strength < 0 || known.contains(asked.value())) {
            return asked;
        }
        for (int i = strength + 1; i < WORDS.size(); i++) {
            if (known.contains(WORDS.get(i))) {
                return new ReasoningEffort(WORDS.get(i));
            }
        }
        for (int i = strength - 1; i >= 0; i--) {
            if (known.contains(WORDS.get(i))) {
                return new ReasoningEffort(WORDS.get(i));
            }
        }
        return asked;
    }

    /** The weaker of two efforts. */
    public static ReasoningEffort atMost(ReasoningEffort asked, ReasoningEffort most) {
        return WORDS.indexOf(asked.value()) > WORDS.indexOf(most.value()) ? most : asked;
    }
}
