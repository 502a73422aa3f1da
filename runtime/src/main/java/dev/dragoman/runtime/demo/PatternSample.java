// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.demo;

import org.jspecify.annotations.Nullable;

/**
 * A text that fits a regular expression, made by walking the expression and never by matching, so that no expression can keep
 * us busy. Takes literals, classes, groups, alternatives and counts; look-around and back references it does not understand.
 */
final class PatternSample {
    private static final int MAX_COUNT = 64;
    private static final int MAX_LENGTH = 1000;
    private static final int MAX_DEPTH = 20;
    private static final String CANDIDATES = "aA0 -_.,:/xyz1";

    private final String pattern;
    private int at;

    private PatternSample(String pattern) {
        this.pattern = pattern;
    }

    /** A text that fits; {@code null} if the expression is beyond us. */
    static @Nullable String of(String pattern) {
        try {
            PatternSample sample = new PatternSample(pattern);
            String text = sample.alternatives(0);
            return sample.at == pattern.length() ? text : null;
        } catch (Unsupported e) {
            return null;
        }
    }

    private String alternatives(int depth) throws Unsupported {
        require(depth < MAX_DEPTH);
        String first = sequence(depth);
        while (at < pattern.length() && pattern.charAt(at) == '|') {
            at++;
            sequence(depth);
        }
        return first;
    }

    private String sequence(int depth) throws Unsupported {
        StringBuilder text = new StringBuilder();
        while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
            String atom = atom(depth);
            text.append(atom.repeat(count()));
            require(text.length() <= MAX_LENGTH);
        }
        return text.toString();
    }

    private String atom(int depth) throws Unsupported {
        char c = pattern.charAt(at++);
        return switch (c) {
            case '^', '$' -> "";
            case '.' -> "a";
            case '(' -> group(depth);
            case '[' -> member();
            case '\\' -> escape();
            case '*', '+', '?' -> throw new Unsupported();
            default -> String.valueOf(c);
        };
    }

    private String group(int depth) throws Unsupported {
        if (pattern.startsWith("?:", at)) {
            at += 2;
        } else if (pattern.startsWith("?<", at) && !pattern.startsWith("?<=", at) && !pattern.startsWith("?<!", at)) {
            at = pattern.indexOf('>', at) + 1;
            require(at > 0);
        } else {
            require(!pattern.startsWith("?", at));
        }
        String text = alternatives(depth + 1);
        require(at < pattern.length());
        at++;
        return text;
    }

    private String escape() throws Unsupported {
        require(at < pattern.length());
        char c = pattern.charAt(at++);
        return switch (c) {
            case 'd' -> "1";
            case 'w', 'D', 'S' -> "a";
            case 'W' -> "-";
            case 's' -> " ";
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'b', 'A', 'z', 'Z' -> "";
            default -> {
                require(!Character.isLetterOrDigit(c));
                yield String.valueOf(c);
            }
        };
    }

    /** A member of the class that begins after its bracket: its first, or for a negated one what is left of the candidates. */
    private String member() throws Unsupported {
        boolean negated = pattern.startsWith("^", at);
        at += negated ? 1 : 0;
        StringBuilder outside = new StringBuilder(CANDIDATES);
        String first = "";
        do {
            require(at < pattern.length());
            int start = at++;
            boolean escaped = pattern.charAt(start) == '\\';
            String low = escaped ? escape() : pattern.substring(start, at);
            require(!low.isEmpty());
            first = first.isEmpty() ? low : first;
            exclude(outside, escaped ? pattern.charAt(start + 1) : ' ', low.charAt(0), rangeEnd(low.charAt(0)));
        } while (at >= pattern.length() || pattern.charAt(at) != ']');
        at++;
        require(!negated || !outside.isEmpty());
        return negated ? outside.substring(0, 1) : first;
    }

    private char rangeEnd(char low) throws Unsupported {
        if (at + 1 >= pattern.length() || pattern.charAt(at) != '-' || pattern.charAt(at + 1) == ']') {
            return low;
        }
        char high = pattern.charAt(at + 1);
        require(high != '\\');
        at += 2;
        return high;
    }

    private static void exclude(StringBuilder candidates, char escape, char low, char high) {
        for (int i = candidates.length() - 1; i >= 0; i--) {
            char c = candidates.charAt(i);
            boolean digit = escape == 'd' && Character.isDigit(c);
            boolean word = escape == 'w' && (Character.isLetterOrDigit(c) || c == '_');
            if (digit || word || (low <= c && c <= high)) {
                candidates.deleteCharAt(i);
            }
        }
    }

    private int count() throws Unsupported {
        int count = 1;
        if (at < pattern.length()) {
            char c = pattern.charAt(at);
            if (c == '*' || c == '?') {
                count = 0;
                at++;
            } else if (c == '+') {
                at++;
            } else if (c == '{') {
                int end = pattern.indexOf('}', at);
                require(end > 0);
                String least = pattern.substring(at + 1, end).split(",", -1)[0];
                require(least.matches("\\d{1,4}"));
                count = Integer.parseInt(least);
                require(count <= MAX_COUNT);
                at = end + 1;
            } else {
                return 1;
            }
            if (at < pattern.length() && (pattern.charAt(at) == '?' || pattern.charAt(at) == '+')) {
                at++;
            }
        }
        return count;
    }

    private static void require(boolean condition) throws Unsupported {
        if (!condition) {
            throw new Unsupported();
        }
    }

    /** The expression uses what this class does not know. */
    private static final class Unsupported extends Exception {
        private static final long serialVersionUID = 1L;

        Unsupported() {
            super(null, null, false, false);
        }
    }
}
