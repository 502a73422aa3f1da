// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime;

import java.util.concurrent.ThreadLocalRandom;

/** Ids that must be unique but need not be secret. */
public final class Ids {
    private static final char[] DIGITS = "0123456789abcdefghijklmnopqrstuv".toCharArray();
    private static final int LENGTH = 24;
    private static final int PER_LONG = 12;
    private static final int BITS = 5;

    private Ids() {}

    /** Lower-case letters and digits, 120 random bits. */
    public static String next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        char[] id = new char[LENGTH];
        long bits = 0;
        for (int i = 0; i < LENGTH; i++) {
            if (i % PER_LONG == 0) {
                bits = random.nextLong();
            }
            id[i] = DIGITS[(int) (bits & (DIGITS.length - 1))];
            bits >>>= BITS;
        }
        return new String(id);
    }
}
