// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.json;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads long JSON strings of ASCII, runs of plain characters as a whole, where a parser looks at one character after the other. Its
 * memory is used again for the next text. Not thread-safe.
 */
final class UnquotedText {
    /** What stands behind a backslash for which character; 0 for what is no such letter. */
    private static final byte[] MEANINGS = new byte[128];

    static {
        for (int character = 0; character < QuotedText.ESCAPES.length; character++) {
            if (QuotedText.ESCAPES[character] != 0) {
                MEANINGS[QuotedText.ESCAPES[character]] = (byte) character;
            }
        }
        // Writers never use it.
        MEANINGS['/'] = '/';
    }

    private byte[] bytes = {};
    private int size;
    private int end;

    /** Index behind the last quote of the string that was read. */
    int end() {
        return end;
    }

    /**
     * The string that begins here; {@code null} if it is not all ASCII, spells a character by its number or is malformed.
     *
     * @param from behind the first quote
     * @param limit where the JSON text ends
     */
    @Nullable String read(byte[] json, int from, int limit) {
        int first = ByteScan.plainEnd(json, from, limit);
        if (first < limit && json[first] == '"') {
            end = first + 1;
            return new String(json, from, first - from, StandardCharsets.ISO_8859_1);
        }
        size = 0;
        bytes = QuotedText.withRoom(bytes, 0, first - from);
        System.arraycopy(json, from, bytes, 0, first - from);
        size = first - from;
        int last = unescape(json, first, limit);
        if (last < 0) {
            return null;
        }
        end = last + 1;
        return new String(bytes, 0, size, StandardCharsets.ISO_8859_1);
    }

    /** Where the last quote stands; negative if this is nothing to be read here. */
    private int unescape(byte[] json, int from, int limit) {
        int i = from;
        while (i < limit - 1 && json[i] != '"') {
            bytes = QuotedText.withRoom(bytes, size, QuotedText.LEAST_ROOM);
            if (json[i] == '\\') {
                byte meant = json[i + 1] < 0 ? 0 : MEANINGS[json[i + 1]];
                if (meant == 0) {
                    return -1;
                }
                bytes[size++] = meant;
                i += 2;
            } else if (json[i] < ' ') {
                return -1;
            }
            int copied = ByteScan.copyPlain(json, i, Math.min(bytes.length - size, limit - i), bytes, size);
            size += copied;
            i += copied;
        }
        return i < limit && json[i] == '"' ? i : -1;
    }
}
