// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.demo;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A number that fits a schema: one of the prompt, moved into its range. */
final class NumberSample {
    private static final double MAX = 9e15;

    private NumberSample() {}

    static double of(Map<String, Object> schema, PromptHints hints, boolean whole) {
        Double step = JsonTree.number(schema.get("multipleOf"));
        double unit = step != null && step > 0 ? step : whole ? 1 : 0.5;
        double low = bound(schema, "minimum", "exclusiveMinimum", unit, -MAX);
        double high = bound(schema, "maximum", "exclusiveMaximum", -unit, MAX);
        Double hint = hints.number();
        if (low > high) { // open ends closer to each other than twice our distance from them
            return (low - unit + high + unit) / 2;
        }
        double value = Math.max(low, Math.min(high, hint != null ? hint : 1));
        if (whole || step != null) {
            double grid = whole ? Math.ceil(unit) : unit;
            double down = Math.floor(value / grid) * grid;
            value = down >= low ? down : Math.ceil(value / grid) * grid;
        }
        return Double.isFinite(value) ? value : 0;
    }

    private static double bound(
            Map<String, Object> schema, String inclusive, String exclusive, double inwards, double otherwise) {
        Double bound = number(schema.get(inclusive));
        Double open = number(schema.get(exclusive));
        double limit = bound != null ? bound : otherwise;
        if (open != null) {
            double closed = open + inwards;
            limit = inwards > 0 ? Math.max(limit, closed) : Math.min(limit, closed);
        } else if (bound != null && Boolean.TRUE.equals(schema.get(exclusive))) {
            limit = bound + inwards; // draft 4: a flag beside the bound
        }
        return limit;
    }

    private static @Nullable Double number(@Nullable Object value) {
        Double number = JsonTree.number(value);
        return number == null ? null : (Double) Math.max(-MAX, Math.min(MAX, number));
    }
}
