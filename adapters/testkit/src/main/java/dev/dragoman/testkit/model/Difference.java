// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit.model;

import org.jspecify.annotations.Nullable;

/**
 * Where two values of the model differ.
 *
 * @param kind in what way
 * @param path where, in the expected value
 * @param expected what should be there
 * @param actual what is there
 */
public record Difference(
        Kind kind,
        String path,
        @Nullable Object expected,
        @Nullable Object actual) {
    /** Ways of being different. */
    public enum Kind {
        /** Something else stands there, or nothing. */
        CHANGED,
        /** Nothing was expected there. */
        ADDED,
        /** An element of a list stands at another place of that list. */
        MOVED
    }

    private static final int LONGEST_VALUE = 160;

    /** Whether nothing is missing, but something was added. */
    public boolean added() {
        return kind == Kind.ADDED;
    }

    @Override
    public String toString() {
        return path + ": "
                + switch (kind) {
                    case CHANGED -> show(expected) + " became " + show(actual);
                    case ADDED -> "added " + show(actual);
                    case MOVED -> show(expected) + " stands elsewhere";
                };
    }

    private static String show(@Nullable Object value) {
        String text = CanonicalJson.of(value).toString();
        return text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + "…" : text;
    }
}
