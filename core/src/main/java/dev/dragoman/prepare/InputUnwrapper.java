// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.prepare;

/**
 * Takes the text out of {@code {"input": "text"}} while it arrives in pieces. Whatever is not of this form comes out as it went
 * in. Not thread-safe.
 */
final class InputUnwrapper {
    /** What must come next. */
    private enum At {
        BRACE,
        NAME,
        COLON,
        QUOTE,
        TEXT,
        REST,
        RAW
    }

    private static final String NAME = "\"" + CustomToolsPass.INPUT + "\"";

    /** What was taken so far and not yet given out. */
    private final StringBuilder held = new StringBuilder();

    private final StringBuilder escape = new StringBuilder();
    private At at = At.BRACE;
    private int matched;

    /** Takes the next piece and returns what of the text it tells. */
    String append(String piece) {
        StringBuilder out = new StringBuilder(piece.length());
        for (int i = 0; i < piece.length(); i++) {
            take(piece.charAt(i), out);
        }
        return out.toString();
    }

    /** What is left when no piece follows: all of it, if this was not the expected form. */
    String end() {
        if (at == At.TEXT || at == At.REST) {
            return escape.toString();
        }
        return held.toString();
    }

    private void take(char c, StringBuilder out) {
        if (at == At.RAW) {
            out.append(c);
            return;
        }
        if (at == At.TEXT) {
            text(c, out);
            return;
        }
        if (at == At.REST) {
            return;
        }
        held.append(c);
        if (matched == 0 && (c == ' ' || c == '\n' || c == '\r' || c == '\t')) {
            return;
        }
        switch (at) {
            case BRACE -> expect(c, '{', At.NAME, out);
            case NAME -> {
                if (c != NAME.charAt(matched)) {
                    raw(out);
                } else if (++matched == NAME.length()) {
                    matched = 0;
                    at = At.COLON;
                }
            }
            case COLON -> expect(c, ':', At.QUOTE, out);
            default -> {
                expect(c, '"', At.TEXT, out);
                if (at == At.TEXT) {
                    held.setLength(0);
                }
            }
        }
    }

    private void expect(char c, char expected, At next, StringBuilder out) {
        if (c == expected) {
            at = next;
        } else {
            raw(out);
        }
    }

    private void raw(StringBuilder out) {
        at = At.RAW;
        out.append(held);
        held.setLength(0);
    }

    private void text(char c, StringBuilder out) {
        if (escape.isEmpty()) {
            if (c == '\\') {
                escape.append(c);
            } else if (c == '"') {
                at = At.REST;
            } else {
                out.append(c);
            }
            return;
        }
        escape.append(c);
        if (escape.charAt(1) == 'u') {
            if (escape.length() == 6) {
                out.append(unicode());
                escape.setLength(0);
            }
            return;
        }
        out.append(
                switch (c) {
                    case 'n' -> '\n';
                    case 't' -> '\t';
                    case 'r' -> '\r';
                    case 'b' -> '\b';
                    case 'f' -> '\f';
                    default -> c;
                });
        escape.setLength(0);
    }

    private String unicode() {
        try {
            return String.valueOf((char) Integer.parseInt(escape, 2, 6, 16));
        } catch (NumberFormatException e) {
            return escape.toString();
        }
    }
}
