// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.json;

/**
 * Finds where a JSON value ends that is kept as its text, and that it is well-formed, several times faster than a parser that
 * knows its tokens. What is malformed or beyond {@link JsonLimits} it only says it cannot pass: the parser then says why. Not
 * thread-safe.
 */
final class ValueScan {
    /** The value cannot be passed. */
    static final int NONE = -1;

    private final byte[] json;
    private final int limit;
    private int position;

    private ValueScan(byte[] json, int from, int limit) {
        this.json = json;
        this.position = from;
        this.limit = limit;
    }

    /**
     * Index behind the value that begins here; {@link #NONE} if the parser should look at it.
     *
     * @param limit where the JSON text ends
     * @param depth how deep the value may be nested
     */
    static int end(byte[] json, int from, int limit, int depth) {
        ValueScan scan = new ValueScan(json, from, limit);
        return limit - from <= JsonLimits.MAX_STRING && scan.value(depth) ? scan.position : NONE;
    }

    private boolean value(int depth) {
        if (position >= limit) {
            return false;
        }
        return switch (json[position]) {
            case '"' -> string();
            case '{' -> depth > 0 && object(depth - 1);
            case '[' -> depth > 0 && array(depth - 1);
            case 't' -> literal("true");
            case 'f' -> literal("false");
            case 'n' -> literal("null");
            default -> number();
        };
    }

    private boolean object(int depth) {
        position++;
        if (comes('}')) {
            return true;
        }
        do {
            blanks();
            int name = position;
            if (position >= limit || json[position] != '"' || !string() || position - name > JsonLimits.MAX_NAME) {
                return false;
            }
            if (!comes(':')) {
                return false;
            }
            blanks();
            if (!value(depth)) {
                return false;
            }
        } while (comes(','));
        return comes('}');
    }

    private boolean array(int depth) {
        position++;
        if (comes(']')) {
            return true;
        }
        do {
            blanks();
            if (!value(depth)) {
                return false;
            }
        } while (comes(','));
        return comes(']');
    }

    /** Passes over a string, from its first quote to behind its last. */
    private boolean string() {
        int i = ByteScan.plainEnd(json, position + 1, limit);
        while (i < limit && json[i] != '"') {
            int length = json[i] == '\\' ? escape(i) : character(i);
            if (length == 0) {
                return false;
            }
            i = ByteScan.plainEnd(json, i + length, limit);
        }
        position = i + 1;
        return i < limit;
    }

    /** Length of the escape that begins here; 0 if it is none. */
    private int escape(int from) {
        if (from + 1 >= limit) {
            return 0;
        }
        return switch (json[from + 1]) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> 2;
            case 'u' -> isHexadecimal(from + 2, 4) ? 6 : 0;
            default -> 0;
        };
    }

    private boolean isHexadecimal(int from, int digits) {
        boolean all = from + digits <= limit;
        for (int i = from; all && i < from + digits; i++) {
            all = Character.digit(json[i], 16) >= 0;
        }
        return all;
    }

    /** Length of the character beyond ASCII that begins here; 0 if there is none, as for a control character. */
    private int character(int from) {
        byte first = json[from];
        int length = 0;
        if ((first & 0xE0) == 0xC0) {
            length = 2;
        } else if ((first & 0xF0) == 0xE0) {
            length = 3;
        } else if ((first & 0xF8) == 0xF0) {
            length = 4;
        }
        boolean whole = from + length <= limit;
        for (int i = 1; whole && i < length; i++) {
            whole = (json[from + i] & 0xC0) == 0x80;
        }
        return whole ? length : 0;
    }

    private boolean number() {
        int from = position;
        if (json[position] == '-') {
            position++;
        }
        int digits = position;
        boolean whole = digits() && (json[digits] != '0' || position == digits + 1);
        if (whole && position < limit && json[position] == '.') {
            position++;
            whole = digits();
        }
        if (whole && position < limit && (json[position] == 'e' || json[position] == 'E')) {
            position++;
            if (position < limit && (json[position] == '+' || json[position] == '-')) {
                position++;
            }
            whole = digits();
        }
        return whole && position - from <= JsonLimits.MAX_NUMBER;
    }

    /** Passes over digits; {@code false} if there is none. */
    private boolean digits() {
        int from = position;
        while (position < limit && json[position] >= '0' && json[position] <= '9') {
            position++;
        }
        return position > from;
    }

    private boolean literal(String word) {
        if (position + word.length() > limit) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (json[position + i] != word.charAt(i)) {
                return false;
            }
        }
        position += word.length();
        return true;
    }

    /** Passes over white space and this character; {@code false} if another one comes. */
    private boolean comes(char wanted) {
        blanks();
        if (position < limit && json[position] == wanted) {
            position++;
            return true;
        }
        return false;
    }

    private void blanks() {
        while (position < limit && JsonReader.isBlank(json[position])) {
            position++;
        }
    }
}
