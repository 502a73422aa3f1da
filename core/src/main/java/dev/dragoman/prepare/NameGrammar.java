// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.prepare;

import java.util.Objects;

/**
 * Which ids or names a dialect takes: ASCII letters and digits, and what is listed.
 *
 * @param punctuation further characters, such as {@code _-}
 * @param startsWithLetter whether the first character must be a letter or an underscore
 * @param minLength least number of characters
 * @param maxLength largest number of characters; equal to {@code minLength} where the length is fixed
 */
public record NameGrammar(String punctuation, boolean startsWithLetter, int minLength, int maxLength) {
    /** Takes anything but the empty string. */
    public static final NameGrammar ANY = new NameGrammar("", false, 1, Integer.MAX_VALUE);

    /** @throws IllegalArgumentException if the lengths make no sense */
    public NameGrammar {
        Objects.requireNonNull(punctuation, "punctuation");
        if (minLength < 1 || maxLength < minLength) {
            throw new IllegalArgumentException("lengths of 1 and more, the smaller one first");
        }
    }

    /** Letters, digits, underscores and hyphens, at most so many. */
    public static NameGrammar words(int maxLength) {
        return new NameGrammar("_-", false, 1, maxLength);
    }

    /** Whether a name may go as it is. */
    public boolean accepts(String name) {
        if (name.length() < minLength || name.length() > maxLength) {
            return false;
        }
        if (isAny()) {
            return true;
        }
        for (int i = 0; i < name.length(); i++) {
            if (!allows(name.charAt(i))) {
                return false;
            }
        }
        return !startsWithLetter || startsWell(name);
    }

    /** An id that may go: the id itself, or one made of it, the same in every process. */
    public String idOf(String id) {
        return Names.id(id, this);
    }

    /** Whether this character may stand in a name. */
    public boolean allows(char c) {
        return isAny() || isLetter(c) || (c >= '0' && c <= '9') || punctuation.indexOf(c) >= 0;
    }

    /** Whether this takes anything. */
    boolean isAny() {
        return equals(ANY);
    }

    private static boolean startsWell(String name) {
        return isLetter(name.charAt(0)) || name.charAt(0) == '_';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
