// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The inside of a JSON string, for text that is long and ASCII: prompts, base64. Runs of plain characters are copied as a whole, where
 * a generator looks at one character after the other. Its memory is used again for the next text. Not thread-safe.
 */
final class QuotedText {
    /** Shorter texts gain nothing. */
    static final int LONG = 48;

    /** What begins with a backslash, by character; 0 for what stands for itself or is spelled by its number. */
    static final byte[] ESCAPES = new byte[128];

    private static final byte[] DIGITS = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    /** Where there is less room than this left, it is doubled. */
    static final int LEAST_ROOM = 64;

    private static final byte REPLACEMENT = '?';

    static {
        ESCAPES['"'] = '"';
        ESCAPES['\\'] = '\\';
        ESCAPES['\b'] = 'b';
        ESCAPES['\f'] = 'f';
        ESCAPES['\n'] = 'n';
        ESCAPES['\r'] = 'r';
        ESCAPES['\t'] = 't';
    }

    private byte[] buffer = {};
    private byte[] bytes = {};
    private int size;

    /** What stands between the quotes, up to {@link #size()}, until the next text is taken. */
    byte[] bytes() {
        return bytes;
    }

    int size() {
        return size;
    }

    /** Quotes a text; {@code false} if it is not all ASCII. */
    boolean take(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        if (utf8.length != text.length()) {
            return false;
        }
        int special = ByteScan.plainEnd(utf8, 0, utf8.length, REPLACEMENT);
        if (special == utf8.length) {
            bytes = utf8;
            size = special;
            return true;
        }
        return escape(text, utf8, special);
    }

    /** {@code false} if a character is not all there: half a pair of surrogates, in place of which stands a question mark. */
    private boolean escape(String text, byte[] utf8, int firstSpecial) {
        size = 0;
        buffer = withRoom(buffer, 0, firstSpecial);
        System.arraycopy(utf8, 0, buffer, 0, firstSpecial);
        size = firstSpecial;
        int i = firstSpecial;
        while (i < utf8.length) {
            buffer = withRoom(buffer, size, LEAST_ROOM);
            byte next = utf8[i];
            if (next == REPLACEMENT) {
                if (text.charAt(i) != REPLACEMENT) {
                    return false;
                }
                buffer[size++] = next;
                i++;
            } else if (!ByteScan.isPlain(next)) {
                escape(next);
                i++;
            }
            int most = Math.min(buffer.length - size, utf8.length - i);
            int copied = ByteScan.copyPlain(utf8, i, most, buffer, size, REPLACEMENT);
            size += copied;
            i += copied;
        }
        bytes = buffer;
        return true;
    }

    /** An array of the same content that has room for so many bytes more. */
    static byte[] withRoom(byte[] bytes, int size, int more) {
        return bytes.length - size >= more
                ? bytes
                : Arrays.copyOf(bytes, Math.max(size + more, Math.max(512, bytes.length * 2)));
    }

    private void escape(byte b) {
        buffer[size++] = '\\';
        if (ESCAPES[b] != 0) {
            buffer[size++] = ESCAPES[b];
            return;
        }
        buffer[size++] = 'u';
        buffer[size++] = '0';
        buffer[size++] = '0';
        buffer[size++] = DIGITS[b >> 4];
        buffer[size++] = DIGITS[b & 15];
    }
}
