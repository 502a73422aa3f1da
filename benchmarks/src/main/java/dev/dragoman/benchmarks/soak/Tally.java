// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.benchmarks.soak;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of the requests, by kind. Used from one event loop, read when it is at rest. */
final class Tally {
    private static final int MOST_SHOWN = 10;
    /** Of so many requests at least one is answered, whatever the vendor does. */
    private static final int ENOUGH = 25;

    private final Map<String, Map<Outcome, Integer>> kinds = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();

    void count(Wire wire, String model, boolean stream, Judge.Verdict verdict) {
        String kind =
                (wire == Wires.OPENAI ? "openai" : "anthropic") + " to " + model + (stream ? ", streamed" : ", whole");
        kinds.computeIfAbsent(kind, absent -> new EnumMap<>(Outcome.class)).merge(verdict.outcome(), 1, Integer::sum);
        if (verdict.outcome() == Outcome.WRONG && wrong.size() < MOST_SHOWN) {
            wrong.add(kind + ": " + verdict.why());
        }
    }

    /** How many requests ended so. */
    int count(Outcome outcome) {
        return kinds.values().stream()
                .mapToInt(kind -> kind.getOrDefault(outcome, 0))
                .sum();
    }

    /** All requests. */
    int total() {
        return kinds.values().stream().mapToInt(Tally::sum).sum();
    }

    private static int sum(Map<Outcome, Integer> outcomes) {
        return outcomes.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Kinds of which no request at all was answered, though there were enough. */
    List<String> barren() {
        return kinds.entrySet().stream()
                .filter(kind -> !kind.getValue().containsKey(Outcome.COMPLETE))
                .filter(kind -> sum(kind.getValue()) >= ENOUGH)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What was wrong with the first of the wrong ones. */
    List<String> wrong() {
        return wrong;
    }

    /** A line for each kind. */
    String table() {
        StringBuilder table = new StringBuilder();
        kinds.forEach((kind, outcomes) ->
                table.append("  ").append(kind).append(": ").append(outcomes).append('\n'));
        return table.toString();
    }
}
