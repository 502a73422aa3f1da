// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.benchmarks.soak;

/** What became of one request. */
enum Outcome {
    /** The whole answer and nothing else. */
    COMPLETE,
    /** An error instead of an answer, with a status. */
    REFUSED,
    /** A beginning of the answer, then the dialect's error. */
    BROKEN_OFF,
    /** The client has left on purpose. */
    LEFT,
    /** Anything else. */
    WRONG
}
