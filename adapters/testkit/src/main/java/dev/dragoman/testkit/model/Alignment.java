// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit.model;

import dev.dragoman.model.Message;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pairs the elements of two lists, in order, so that the fewest differences remain. */
final class Alignment {
    /**
     * Two elements that belong together.
     *
     * @param expected index in the expected list; -1 if the other one was added
     * @param actual index in the actual list; -1 if the other one is missing
     */
    record Pair(int expected, int actual) {}

    private static final int MISSING = 10;
    private static final int ADDED = 6;
    private static final int OTHER_KIND = 15;
    private static final int MOST_DIFFERENT = 14;

    private Alignment() {}

    static List<Pair> of(List<?> expected, List<?> actual) {
        int[][] costs = new int[expected.size() + 1][actual.size() + 1];
        int[][] pairs = new int[expected.size()][actual.size()];
        for (int i = expected.size(); i >= 0; i--) {
            for (int j = actual.size(); j >= 0; j--) {
                if (i == expected.size()) {
                    costs[i][j] = (actual.size() - j) * ADDED;
                } else if (j == actual.size()) {
                    costs[i][j] = (expected.size() - i) * MISSING;
                } else {
                    pairs[i][j] = cost(expected.get(i), actual.get(j));
                    int together = pairs[i][j] + costs[i + 1][j + 1];
                    costs[i][j] = Math.min(together, Math.min(MISSING + costs[i + 1][j], ADDED + costs[i][j + 1]));
                }
            }
        }
        return walk(expected.size(), actual.size(), costs, pairs);
    }

    private static List<Pair> walk(int expected, int actual, int[][] costs, int[][] pairs) {
        List<Pair> result = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < expected || j < actual) {
            if (i < expected && j < actual && costs[i][j] == pairs[i][j] + costs[i + 1][j + 1]) {
                result.add(new Pair(i++, j++));
            } else if (i < expected && costs[i][j] == MISSING + costs[i + 1][j]) {
                result.add(new Pair(i++, -1));
            } else {
                result.add(new Pair(-1, j++));
            }
        }
        return Collections.unmodifiableList(result);
    }

    /** The more of what one holds the other holds too, the less. */
    private static int cost(Object expected, Object actual) {
        if (expected.getClass() != actual.getClass() || isOtherSpeaker(expected, actual)) {
            return OTHER_KIND;
        }
        List<String> leaves = new ArrayList<>();
        collect("", expected, leaves);
        List<String> others = new ArrayList<>();
        collect("", actual, others);
        int all = Math.max(1, leaves.size() + others.size());
        int different = all;
        for (String leaf : leaves) {
            different -= others.remove(leaf) ? 2 : 0;
        }
        return different == 0 && ModelDiff.between(expected, actual).isEmpty()
                ? 0
                : 1 + (MOST_DIFFERENT - 1) * different / all;
    }

    private static boolean isOtherSpeaker(Object expected, Object actual) {
        return expected instanceof Message one
                && actual instanceof Message other
                && one.role() != other.role()
                && !(one.role().isInstruction() && other.role().isInstruction());
    }

    /** The simple values inside of a value, each with the name of what holds it. */
    private static void collect(String name, @Nullable Object value, List<String> leaves) {
        if (value instanceof Record) {
            for (RecordComponent component : Records.components(value.getClass())) {
                collect(component.getName(), Records.get(component, value), leaves);
            }
        } else if (value instanceof List<?> list) {
            list.forEach(element -> collect(name, element, leaves));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, element) -> collect(String.valueOf(key), element, leaves));
        } else if (value != null) {
            leaves.add(name + "=" + value);
        }
    }
}
