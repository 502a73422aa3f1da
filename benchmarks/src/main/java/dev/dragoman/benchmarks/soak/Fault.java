// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.benchmarks.soak;

import java.util.random.RandomGenerator;

/** What the vendor does with a request. */
enum Fault {
    /** Answers properly. */
    NONE,
    /** Answers properly, after a while. */
    SLOW_START,
    /** 429 that asks to come back in a few milliseconds. */
    BUSY,
    /** 500. */
    BROKEN,
    /** 503. */
    UNAVAILABLE,
    /** Closes the connection instead of an answer. */
    RESET,
    /** Never answers. */
    SILENCE,
    /** Closes the connection in the middle of an answer. */
    CUT,
    /** Falls silent in the middle of an answer, but for keep-alives. */
    STALL,
    /** Goes on with nonsense in the middle of an answer. */
    MALFORMED,
    /** Ends in the middle of an answer as if it were complete. */
    UNFINISHED;

    private static final double HEALTHY = 0.6;
    /** Those that hold a connection for as long as the gateway is patient: fewer, or they are all that happens. */
    private static final double RARE = 0.1;

    /** One at random, most often none. */
    static Fault any(RandomGenerator random) {
        if (random.nextDouble() < HEALTHY) {
            return NONE;
        }
        Fault fault = values()[1 + random.nextInt(values().length - 1)];
        boolean slow = fault == SILENCE || fault == STALL;
        return slow && random.nextDouble() > RARE ? CUT : fault;
    }
}
