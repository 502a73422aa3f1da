// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads long JSON strings of ASCII, runs of plain characters as a whole, where a parser looks at one character after the other. Its
 * memory is used again for the next text. Not thread-safe.
 */
final class UnquotedText {
    /** What stands behind a backslash for which character; 0 for what is no such letter. */
    private static final byte[] MEANINGS = new byte[128];

    static {
        MEANINGS['"'] = '"';
        MEANINGS['\\'] = '\\';
        MEANINGS['/'] = '/';
        MEANINGS['b'] = '\b';
        MEANINGS['f'] = '\f';
        MEANINGS['n'] = '\n';
        MEANINGS['r'] = '\r';
        MEANINGS['t'] = '\t';
    }

    private byte[] bytes = {};
    private int size;

    /**
     * The string that begins here; {@code null} if it is not all ASCII, spells a character by its number or is malformed.
     *
     * @param from behind the first quote
     * @param limit where the JSON text ends
     */
    @Nullable String read(byte[] json, int from, int limit) {
        int special = ByteScan.plainEnd(json, from, limit);
        if (special < limit && json[special] == '"') {
            return new String(json, from, special - from, StandardCharsets.ISO_8859_1);
        }
        size = 0;
        int done = from;
        while (special < limit - 1 && json[special] == '\\') {
            byte meant = json[special + 1] < 0 ? 0 : MEANINGS[json[special + 1]];
            if (meant == 0) {
                return null;
            }
            copy(json, done, special);
            bytes[size++] = meant;
            done = special + 2;
            special = ByteScan.plainEnd(json, done, limit);
        }
        if (special >= limit || json[special] != '"') {
            return null;
        }
        copy(json, done, special);
        return new String(bytes, 0, size, StandardCharsets.ISO_8859_1);
    }

    /** Leaves room for one more byte. */
    private void copy(byte[] json, int from, int to) {
        int needed = size + to - from + 1;
        if (bytes.length < needed) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, Math.max(1024, bytes.length * 2)));
        }
        System.arraycopy(json, from, bytes, size, to - from);
        size += to - from;
    }
}
