// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.benchmarks.load;

import java.util.Arrays;
import java.util.Locale;

/** Prints rows of a Markdown table. */
final class Table {
    private Table() {}

    static void head(String... cells) {
        row(cells);
        String[] rule = new String[cells.length];
        Arrays.fill(rule, "---");
        row(rule);
    }

    static void row(String... cells) {
        System.out.println("| " + String.join(" | ", cells) + " |");
    }

    static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }

    /** The middle one; the upper of two. */
    static double median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
