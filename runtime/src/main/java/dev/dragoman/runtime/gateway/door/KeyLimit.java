// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway.door;

/**
 * How much may be asked with a key. Zero stands for no limit.
 *
 * @param maxConcurrent most requests at a time, 0 or more
 * @param requestsPerMinute most requests in a minute, over time, 0 or more
 */
public record KeyLimit(int maxConcurrent, int requestsPerMinute) {
    /** No limit at all. */
    public static final KeyLimit NONE = new KeyLimit(0, 0);

    /** @throws IllegalArgumentException if a number is negative */
    public KeyLimit {
        if (maxConcurrent < 0 || requestsPerMinute < 0) {
            throw new IllegalArgumentException("a limit must be at least 1");
        }
    }

    /** Whether there is none. */
    public boolean isNone() {
        return maxConcurrent == 0 && requestsPerMinute == 0;
    }
}
