// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Looks through JSON text eight bytes at a time. Most of what chat bodies hold is the inside of long strings, in which next to
 * nothing has a meaning of its own.
 */
final class ByteScan {
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long BLANKS = ONES * ' ';
    private static final long QUOTES = ONES * '"';
    private static final long BACKSLASHES = ONES * '\\';

    private ByteScan() {}

    /** Index of the first byte that does not stand for itself in a JSON string of ASCII; {@code to} if all do. */
    static int plainEnd(byte[] bytes, int from, int to) {
        int i = from;
        for (; i <= to - Long.BYTES; i += Long.BYTES) {
            long found = special((long) WORDS.get(bytes, i)) & HIGH_BITS;
            if (found != 0) {
                return i + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        while (i < to && isPlain(bytes[i])) {
            i++;
        }
        return i;
    }

    /** As {@link #plainEnd(byte[], int, int)}, but finds another byte, too. */
    static int plainEnd(byte[] bytes, int from, int to, byte suspect) {
        long suspects = ONES * suspect;
        int i = from;
        for (; i <= to - Long.BYTES; i += Long.BYTES) {
            long word = (long) WORDS.get(bytes, i);
            long found = (special(word) | zeros(word ^ suspects)) & HIGH_BITS;
            if (found != 0) {
                return i + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        while (i < to && isPlain(bytes[i]) && bytes[i] != suspect) {
            i++;
        }
        return i;
    }

    /**
     * Copies what stands for itself in a JSON string of ASCII, until something else comes or the target is full.
     *
     * @param target has room for the most; what it holds behind the bytes that were copied may change
     * @param most how many bytes to copy at most
     * @return how many bytes were copied
     */
    static int copyPlain(byte[] source, int from, int most, byte[] target, int at) {
        int i = 0;
        for (; i <= most - Long.BYTES; i += Long.BYTES) {
            long word = (long) WORDS.get(source, from + i);
            WORDS.set(target, at + i, word);
            long found = special(word) & HIGH_BITS;
            if (found != 0) {
                return i + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        while (i < most && isPlain(source[from + i])) {
            target[at + i] = source[from + i];
            i++;
        }
        return i;
    }

    /** As {@link #copyPlain(byte[], int, int, byte[], int)}, but stops at another byte, too. */
    static int copyPlain(byte[] source, int from, int most, byte[] target, int at, byte suspect) {
        long suspects = ONES * suspect;
        int i = 0;
        for (; i <= most - Long.BYTES; i += Long.BYTES) {
            long word = (long) WORDS.get(source, from + i);
            WORDS.set(target, at + i, word);
            long found = (special(word) | zeros(word ^ suspects)) & HIGH_BITS;
            if (found != 0) {
                return i + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        while (i < most && isPlain(source[from + i]) && source[from + i] != suspect) {
            target[at + i] = source[from + i];
            i++;
        }
        return i;
    }

    /**
     * The high bit of the lowest byte that is no plain ASCII; those above it mean nothing. Control characters end where the blank
     * begins; flipping one bit puts the quote in the blank's place, so that one comparison finds both.
     */
    private static long special(long word) {
        long flipped = word ^ (BLANKS ^ QUOTES);
        long quoteOrControl = (flipped - BLANKS - ONES) & ~flipped;
        return quoteOrControl | zeros(word ^ BACKSLASHES) | word;
    }

    /** Index of the first quote or backslash; {@code to} if there is none. */
    static int quoteOrBackslash(byte[] bytes, int from, int to) {
        int i = from;
        for (; i <= to - Long.BYTES; i += Long.BYTES) {
            long word = (long) WORDS.get(bytes, i);
            long found = (zeros(word ^ QUOTES) | zeros(word ^ BACKSLASHES)) & HIGH_BITS;
            if (found != 0) {
                return i + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        while (i < to && bytes[i] != '"' && bytes[i] != '\\') {
            i++;
        }
        return i;
    }

    /** Index of the first of these bytes; {@code to} if there is none. */
    static int indexOf(byte[] bytes, byte wanted, int from, int to) {
        long pattern = ONES * (wanted & 0xFF);
        int i = from;
        for (; i <= to - Long.BYTES; i += Long.BYTES) {
            long found = zeros((long) WORDS.get(bytes, i) ^ pattern) & HIGH_BITS;
            if (found != 0) {
                return i + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        while (i < to && bytes[i] != wanted) {
            i++;
        }
        return i;
    }

    /** A hash of all the bytes. */
    static int hash(byte[] bytes) {
        long hash = bytes.length;
        int i = 0;
        for (; i <= bytes.length - Long.BYTES; i += Long.BYTES) {
            hash = (hash ^ (long) WORDS.get(bytes, i)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 32;
        }
        for (; i < bytes.length; i++) {
            hash = 31 * hash + bytes[i];
        }
        return Long.hashCode(hash);
    }

    /** The high bit of the lowest byte that is zero; those above it mean nothing. */
    private static long zeros(long word) {
        return (word - ONES) & ~word;
    }

    /** Whether it stands for itself in a JSON string of ASCII. */
    static boolean isPlain(byte b) {
        return b >= ' ' && b != '"' && b != '\\';
    }
}
