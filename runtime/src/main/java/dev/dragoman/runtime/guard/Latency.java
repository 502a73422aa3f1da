// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.guard;

import java.time.Duration;

/** How long a target takes until the first piece of its answer: a moving average. Thread-safe. */
public final class Latency {
    private static final double WEIGHT = 0.2;

    private double average = -1;

    /** An answer began after this time. */
    public synchronized void add(Duration time) {
        average = average < 0 ? time.toNanos() : average + WEIGHT * (time.toNanos() - average);
    }

    /** The average in nanoseconds; negative if nothing is known. */
    public synchronized double average() {
        return average;
    }
}
