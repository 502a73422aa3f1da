// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.guard;

import java.time.Duration;
import java.util.Objects;

/**
 * How a target is guarded.
 *
 * @param retries how repetitions are made
 * @param breaker when the target is left alone for a while
 * @param total how long one attempt may take altogether, its stream included
 * @param maxConcurrent most attempts at a time, at least 1; more are refused
 */
public record GuardSettings(Retries retries, Breaker breaker, Duration total, int maxConcurrent) {
    /**
     * How repetitions are made.
     *
     * @param most most repetitions at one target, 0 for none
     * @param firstDelay the wait before the first, at most; it doubles from one to the next, and half of it is random
     * @param longestDelay the longest wait; who asks to be left alone for longer is not asked again
     * @param ratio repetitions for each request, over time: 0.2 is one for five
     */
    public record Retries(int most, Duration firstDelay, Duration longestDelay, double ratio) {
        /** Checks that nothing required is missing. */
        public Retries {
            Objects.requireNonNull(firstDelay, "firstDelay");
            Objects.requireNonNull(longestDelay, "longestDelay");
        }
    }

    /**
     * When a target is left alone for a while.
     *
     * @param requests how many requests are looked at, at least 1
     * @param failureRatio share of faults among them that opens the breaker, above 0 to 1
     * @param delay how long it stays open before it lets a request through to see
     * @param successes how many of those must succeed to close it, at least 1
     */
    public record Breaker(int requests, double failureRatio, Duration delay, int successes) {
        /** Checks that nothing required is missing. */
        public Breaker {
            Objects.requireNonNull(delay, "delay");
        }
    }

    /** For targets that configuration says nothing about. */
    public static final GuardSettings DEFAULT = new GuardSettings(
            new Retries(2, Duration.ofMillis(500), Duration.ofSeconds(8), 0.2),
            new Breaker(10, 0.5, Duration.ofSeconds(10), 1),
            Duration.ofMinutes(30),
            512);

    /** Checks that nothing required is missing. */
    public GuardSettings {
        Objects.requireNonNull(retries, "retries");
        Objects.requireNonNull(breaker, "breaker");
        Objects.requireNonNull(total, "total");
    }

    /** The same with another number of repetitions. */
    public GuardSettings withRetries(int most) {
        return new GuardSettings(
                new Retries(most, retries.firstDelay(), retries.longestDelay(), retries.ratio()),
                breaker,
                total,
                maxConcurrent);
    }

    /** The same with another limit of time. */
    public GuardSettings withTotal(Duration newTotal) {
        return new GuardSettings(retries, breaker, newTotal, maxConcurrent);
    }

    /** The same with another number of attempts at a time. */
    public GuardSettings withMaxConcurrent(int most) {
        return new GuardSettings(retries, breaker, total, most);
    }
}
