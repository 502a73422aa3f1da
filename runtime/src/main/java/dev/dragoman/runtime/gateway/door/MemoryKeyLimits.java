// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway.door;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;

/** Counts for this instance alone: requests at a time, and a bucket of tokens that fills up within a minute. Thread-safe. */
public final class MemoryKeyLimits implements KeyLimits {
    private static final double MINUTE = Duration.ofMinutes(1).toNanos();
    /** Nobody knows when a place gets free; soon is the best guess. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private final ConcurrentMap<String, Count> counts = new ConcurrentHashMap<>();
    private final LongSupplier nanoTime;

    /** @param nanoTime a clock like {@link System#nanoTime()} */
    public MemoryKeyLimits(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    @Override
    public void ask(String key, KeyLimit limit, Verdict verdict) {
        Count count = counts.computeIfAbsent(key, name -> new Count(limit, nanoTime.getAsLong()));
        Duration wait = count.take(limit, nanoTime.getAsLong());
        if (wait.isZero()) {
            verdict.granted(count::release);
        } else {
            verdict.refused(wait);
        }
    }

    private static final class Count {
        private int running;
        private double tokens;
        private long filled;

        Count(KeyLimit limit, long now) {
            tokens = limit.requestsPerMinute();
            filled = now;
        }

        /** Zero if one more may be served, which then counts. */
        synchronized Duration take(KeyLimit limit, long now) {
            if (limit.maxConcurrent() > 0 && running >= limit.maxConcurrent()) {
                return SOON;
            }
            int rate = limit.requestsPerMinute();
            if (rate > 0) {
                tokens = Math.min(rate, tokens + (now - filled) * rate / MINUTE);
                filled = now;
                if (tokens < 1) {
                    return Duration.ofNanos((long) Math.ceil((1 - tokens) * MINUTE / rate));
                }
                tokens--;
            }
            running++;
            return Duration.ZERO;
        }

        synchronized void release() {
            running--;
        }
    }
}
