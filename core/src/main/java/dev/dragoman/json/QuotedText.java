// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The inside of a JSON string, for text that is long and ASCII: prompts, base64. Runs of plain characters are copied as a whole, where
 * a generator or a parser looks at one character after the other.
 */
final class QuotedText {
    /** Shorter texts gain nothing. */
    static final int LONG = 48;

    /** What begins with a backslash, by character; 0 for what stands for itself or is spelled by its number. */
    private static final byte[] ESCAPES = new byte[128];

    private static final byte[] DIGITS = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_ESCAPE = 6;
    private static final byte REPLACEMENT = '?';

    /** What stands behind a backslash for which character; 0 for what is no such letter. */
    private static final byte[] MEANINGS = new byte[128];

    static {
        ESCAPES['"'] = '"';
        ESCAPES['\\'] = '\\';
        ESCAPES['\b'] = 'b';
        ESCAPES['\f'] = 'f';
        ESCAPES['\n'] = 'n';
        ESCAPES['\r'] = 'r';
        ESCAPES['\t'] = 't';
        for (int character = 0; character < ESCAPES.length; character++) {
            if (ESCAPES[character] != 0) {
                MEANINGS[ESCAPES[character]] = (byte) character;
            }
        }
        MEANINGS['/'] = '/';
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
        int special = ByteScan.plainEnd(utf8, 0, utf8.length, REPLACEMENT);
        if (special == utf8.length) {
            return new QuotedText(utf8, special);
        }
        QuotedText quoted = new QuotedText(new byte[utf8.length + utf8.length / 8 + 16], 0);
        return quoted.escape(text, utf8, special) ? quoted : null;
    }

    /**
     * The text that stands between quotes; {@code null} if it is not all ASCII, or spells a character by its number.
     *
     * @param from behind the first quote
     * @param to before the last
     */
    static @Nullable String text(byte[] json, int from, int to) {
        int special = ByteScan.plainEnd(json, from, to);
        if (special == to) {
            return new String(json, from, to - from, StandardCharsets.ISO_8859_1);
        }
        byte[] text = new byte[to - from];
        int size = 0;
        int done = from;
        while (special < to) {
            byte meant = json[special] == '\\' && json[special + 1] >= 0 ? MEANINGS[json[special + 1]] : 0;
            if (meant == 0) {
                return null;
            }
            System.arraycopy(json, done, text, size, special - done);
            size += special - done;
            text[size++] = meant;
            done = special + 2;
            special = ByteScan.plainEnd(json, done, to);
        }
        System.arraycopy(json, done, text, size, to - done);
        return new String(text, 0, size + to - done, StandardCharsets.ISO_8859_1);
    }

    /** {@code false} if a character is not all there: half a pair of surrogates, in place of which stands a question mark. */
    private boolean escape(String text, byte[] utf8, int firstSpecial) {
        int from = 0;
        int special = firstSpecial;
        while (special < utf8.length) {
            if (utf8[special] != REPLACEMENT) {
                copy(utf8, from, special);
                escape(utf8[special]);
                from = special + 1;
            } else if (text.charAt(special) != REPLACEMENT) {
                return false;
            }
            special = ByteScan.plainEnd(utf8, special + 1, utf8.length, REPLACEMENT);
        }
        copy(utf8, from, utf8.length);
        return true;
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
