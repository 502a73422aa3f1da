// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit.model;

import org.jspecify.annotations.Nullable;

/**
 * A value to try.
 *
 * @param label names it in a test: short, one line
 * @param value the value
 */
record Sample(String label, @Nullable Object value) {
    private static final int LONGEST_LABEL = 24;

    /** A value named by itself. */
    static Sample of(Object value) {
        return new Sample(label(value.toString()), value);
    }

    private static String label(String text) {
        StringBuilder label = new StringBuilder();
        for (int i = 0; i < text.length() && label.length() < LONGEST_LABEL; i++) {
            char c = text.charAt(i);
            label.append(c >= ' ' && c < 0x7f ? c : '~');
        }
        if (text.isEmpty()) {
            return "empty";
        }
        return text.length() > LONGEST_LABEL ? label + "(" + text.length() + ")" : label.toString();
    }
}
