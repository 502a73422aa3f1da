// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.http;

import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ErrorKind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The credentials of a provider, used in turn. One that the vendor refuses, or that has used up its share, rests for a while; its
 * siblings go on. When all rest, the one that has rested longest is tried: a lone key is always used. Thread-safe.
 */
final class KeyRing {
    /** How long a key rests that the vendor refused. */
    private static final Duration REFUSED = Duration.ofMinutes(5);
    /** How long a key rests that has used up its share, where the vendor does not say. */
    private static final Duration USED_UP = Duration.ofSeconds(30);

    private final List<String> keys;
    /** When each may be used again, in nanoseconds of the clock; 0 if it may. */
    private final AtomicLongArray restsUntil;

    private final AtomicInteger turn = new AtomicInteger();
    private final LongSupplier clock;

    /** @param clock nanoseconds, above 0 */
    KeyRing(List<String> keys, LongSupplier clock) {
        this.keys = List.copyOf(keys);
        this.restsUntil = new AtomicLongArray(keys.size());
        this.clock = clock;
    }

    /** Number of the key to use; -1 if there is none. */
    int next() {
        if (keys.size() < 2) {
            return keys.size() - 1;
        }
        long now = clock.getAsLong();
        int first = Math.floorMod(turn.getAndIncrement(), keys.size());
        int soonest = first;
        for (int i = 0; i < keys.size(); i++) {
            int candidate = (first + i) % keys.size();
            if (restsUntil.get(candidate) <= now) {
                return candidate;
            }
            if (restsUntil.get(candidate) < restsUntil.get(soonest)) {
                soonest = candidate;
            }
        }
        return soonest;
    }

    /** The key of this number; {@code null} if there is none. */
    @Nullable String key(int number) {
        return number < 0 ? null : keys.get(number);
    }

    /** Says what became of a request with this key. */
    void failed(int number, ChatError error) {
        if (number < 0 || keys.size() < 2 || !isAboutKey(error)) {
            return;
        }
        Duration rest = error.retryAfter() != null ? error.retryAfter() : usual(error.kind());
        restsUntil.set(number, clock.getAsLong() + rest.toNanos());
    }

    /** Whether this failure is about a key, and there is another that does not rest. */
    boolean hasOther(ChatError error) {
        if (keys.size() < 2 || !isAboutKey(error)) {
            return false;
        }
        long now = clock.getAsLong();
        for (int i = 0; i < keys.size(); i++) {
            if (restsUntil.get(i) <= now) {
                return true;
            }
        }
        return false;
    }

    private static Duration usual(ErrorKind kind) {
        return kind == ErrorKind.RATE_LIMIT ? USED_UP : REFUSED;
    }

    private static boolean isAboutKey(ChatError error) {
        return switch (error.kind()) {
            case AUTHENTICATION, PERMISSION, BILLING, QUOTA, RATE_LIMIT -> true;
            default -> false;
        };
    }

    /** A number only. */
    @Override
    public String toString() {
        return "KeyRing[" + keys.size() + "]";
    }
}
