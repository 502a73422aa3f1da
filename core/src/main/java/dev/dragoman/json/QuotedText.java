// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The inside of a JSON string, for text that is long and mostly plain ASCII: prompts, base64. Runs of plain characters are copied
 * as a whole, where a generator looks at one character after the other.
 */
final class QuotedText {
    /** Shorter texts gain nothing. */
    static final int LONG = 48;

    /** What begins with a backslash, by character; 0 for what stands for itself or is spelled by its number. */
    private static final byte[] ESCAPES = new byte[128];

    private static final byte[] DIGITS = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_ESCAPE = 6;

    static {
        ESCAPES['"'] = '"';
        ESCAPES['\\'] = '\\';
        ESCAPES['\b'] = 'b';
        ESCAPES['\f'] = 'f';
        ESCAPES['\n'] = 'n';
        ESCAPES['\r'] = 'r';
        ESCAPES['\t'] = 't';
    }

    private byte[] bytes;
    private int size;

    private QuotedText(byte[] bytes, int size) {
        this.bytes = bytes;
        this.size = size;
    }

    /** What stands between the quotes, up to {@link #size()}. */
    byte[] bytes() {
        return bytes;
    }

    int size() {
        return size;
    }

    /** The text as it stands between quotes; {@code null} if it is not all ASCII. */
    static @Nullable QuotedText of(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        if (utf8.length != text.length()) {
            return null;
        }
        if (isReplaced(text, utf8)) {
            return null;
        }
        int plain = ByteScan.plainEnd(utf8, 0, utf8.length);
        if (plain == utf8.length) {
            return new QuotedText(utf8, plain);
        }
        QuotedText quoted = new QuotedText(new byte[utf8.length + utf8.length / 8 + 16], 0);
        quoted.escape(utf8, plain);
        return quoted;
    }

    /** Whether a character is not all there: half a pair of surrogates became a question mark. */
    private static boolean isReplaced(String text, byte[] utf8) {
        int mark = ByteScan.indexOf(utf8, (byte) '?', 0, utf8.length);
        while (mark < utf8.length) {
            if (text.charAt(mark) != '?') {
                return true;
            }
            mark = ByteScan.indexOf(utf8, (byte) '?', mark + 1, utf8.length);
        }
        return false;
    }

    private void escape(byte[] utf8, int firstEscape) {
        int from = 0;
        int special = firstEscape;
        while (special < utf8.length) {
            copy(utf8, from, special);
            escape(utf8[special]);
            from = special + 1;
            special = ByteScan.plainEnd(utf8, from, utf8.length);
        }
        copy(utf8, from, utf8.length);
    }

    private void copy(byte[] source, int from, int to) {
        ensure(to - from + LONGEST_ESCAPE);
        System.arraycopy(source, from, bytes, size, to - from);
        size += to - from;
    }

    private void escape(byte b) {
        bytes[size++] = '\\';
        if (ESCAPES[b] != 0) {
            bytes[size++] = ESCAPES[b];
            return;
        }
        bytes[size++] = 'u';
        bytes[size++] = '0';
        bytes[size++] = '0';
        bytes[size++] = DIGITS[b >> 4];
        bytes[size++] = DIGITS[b & 15];
    }

    private void ensure(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(size, more), bytes.length + (bytes.length >> 1)));
        }
    }
}
