// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.guard;

/**
 * Bounds repetitions to a share of the requests, so that a target in trouble is not asked twice as much because of it. Thread-safe.
 */
public final class RetryBudget {
    /** What is there at first, and most that is saved up. */
    private static final double MOST = 10;

    private final double ratio;
    private double saved = MOST;

    /** @param ratio repetitions for each request, over time */
    public RetryBudget(double ratio) {
        this.ratio = ratio;
    }

    /** A request is made. */
    public synchronized void request() {
        saved = Math.min(MOST, saved + ratio);
    }

    /** Takes a repetition; {@code false} if there is none left. */
    public synchronized boolean take() {
        if (saved < 1) {
            return false;
        }
        saved--;
        return true;
    }
}
