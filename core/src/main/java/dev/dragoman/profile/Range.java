// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

import org.jspecify.annotations.Nullable;

/**
 * Numbers between two bounds, each of which may be missing, and counted in or not.
 *
 * @param least lower bound; {@code null} for none
 * @param leastOpen whether the lower bound itself is outside
 * @param most upper bound; {@code null} for none
 * @param mostOpen whether the upper bound itself is outside
 * @param whole whether the numbers are whole ones, so that next to an open bound stands the next whole number
 */
public record Range(
        @Nullable Double least, boolean leastOpen, @Nullable Double most, boolean mostOpen, boolean whole) {
    /** How far inside of an open bound a number is brought. */
    private static final double STEP = 1e-6;

    /**
     * Reads a range as mathematicians write it: {@code [0, 1]}, {@code (0, 2)}, {@code [1, )}.
     *
     * @throws IllegalArgumentException if it is none, or holds no number
     */
    public static Range parse(String text, boolean whole) {
        String range = text.strip();
        int comma = range.indexOf(',');
        if (range.length() < 3
                || comma < 0
                || "[(".indexOf(range.charAt(0)) < 0
                || "])".indexOf(range.charAt(range.length() - 1)) < 0) {
            throw new IllegalArgumentException("'" + text + "' is not a range such as [0, 2], (0, 1) or [1, )");
        }
        Double least = bound(range.substring(1, comma), text);
        Double most = bound(range.substring(comma + 1, range.length() - 1), text);
        Range parsed = new Range(least, range.charAt(0) == '(', most, range.endsWith(")"), whole);
        if (least != null && most != null && !parsed.contains(parsed.nearest(least))) {
            throw new IllegalArgumentException("the range '" + text + "' holds no number");
        }
        return parsed;
    }

    private static @Nullable Double bound(String text, String range) {
        String number = text.strip();
        if (number.isEmpty()) {
            return null;
        }
        try {
            double value = Double.parseDouble(number);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new IllegalArgumentException("'" + number + "' in the range '" + range + "' is not a number");
    }

    /** Whether the number is inside. */
    public boolean contains(double number) {
        return (least == null || (leastOpen ? number > least : number >= least))
                && (most == null || (mostOpen ? number < most : number <= most));
    }

    /** The number inside that is nearest. */
    public double nearest(double number) {
        if (contains(number)) {
            return number;
        }
        double step = whole ? 1 : STEP;
        if (least != null && number <= least) {
            return leastOpen ? inside(least, step) : least;
        }
        double end = most == null ? number : most;
        return mostOpen ? inside(end, -step) : end;
    }

    private static double inside(double bound, double step) {
        // Rounded, so that 2 - 0.000001 is written as a person would.
        return Math.round((bound + step) / STEP) * 1_000_000.0 / 1e12;
    }

    @Override
    public String toString() {
        return (leastOpen ? "(" : "[") + text(least) + ", " + text(most) + (mostOpen ? ")" : "]");
    }

    private static String text(@Nullable Double bound) {
        if (bound == null) {
            return "";
        }
        return bound == Math.rint(bound) ? Long.toString(bound.longValue()) : bound.toString();
    }
}
