// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.prepare;

/**
 * Canonical paths of messages and their parts. Each part of each request is given its path in case something is lost of it, which
 * seldom happens: the paths of conversations of common length are made once and kept.
 */
final class MessagePaths {
    private static final int MESSAGES = 128;
    private static final int PARTS = 8;
    private static final String[] MESSAGE = new String[MESSAGES];
    private static final String[] PART = new String[MESSAGES * PARTS];

    static {
        for (int message = 0; message < MESSAGES; message++) {
            MESSAGE[message] = made(message);
            for (int part = 0; part < PARTS; part++) {
                PART[message * PARTS + part] = made(message, part);
            }
        }
    }

    private MessagePaths() {}

    /** Path of a message, counted from 0. */
    static String of(int message) {
        return message < MESSAGES ? MESSAGE[message] : made(message);
    }

    /** Path of a part of a message, both counted from 0. */
    static String of(int message, int part) {
        return message < MESSAGES && part < PARTS ? PART[message * PARTS + part] : made(message, part);
    }

    private static String made(int message) {
        return "messages[" + message + "]";
    }

    private static String made(int message, int part) {
        return "messages[" + message + "].parts[" + part + "]";
    }
}
