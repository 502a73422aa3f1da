// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.guard;

import io.smallrye.faulttolerance.api.CustomBackoffStrategy;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Waits twice as long each time, half of it at random, unless the target said how long. One for each series of repetitions. */
final class Backoff implements CustomBackoffStrategy {
    private final long longest;
    private long next;

    Backoff(GuardSettings.Retries settings) {
        this.next = Math.max(1, settings.firstDelay().toMillis());
        this.longest = Math.max(1, settings.longestDelay().toMillis());
    }

    @Override
    public long nextDelayInMillis(Throwable failure) {
        long wait = Math.min(next, longest);
        next = Math.min(longest, next * 2);
        Duration asked = failure instanceof FailedAttempt failed ? failed.delay() : null;
        if (asked != null) {
            return asked.toMillis();
        }
        return wait / 2 + ThreadLocalRandom.current().nextLong(wait / 2 + 1);
    }
}
