// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MemoryKeyLimitsTest {
    private final AtomicLong now = new AtomicLong();
    private final MemoryKeyLimits limits = new MemoryKeyLimits(now::get);
    private final Deque<Runnable> running = new ArrayDeque<>();

    /** How long to wait; zero if it was granted. */
    private Duration ask(String key, int maxConcurrent, int requestsPerMinute) {
        Duration[] said = new Duration[1];
        limits.ask(key, new KeyLimit(maxConcurrent, requestsPerMinute), new KeyLimits.Verdict() {
            @Override
            public void granted(Runnable release) {
                running.add(release);
                said[0] = Duration.ZERO;
            }

            @Override
            public void refused(Duration wait) {
                said[0] = wait;
            }
        });
        return said[0];
    }

    @Test
    void so_many_run_at_a_time_and_no_more() {
        assertThat(ask("a", 2, 0)).isZero();
        assertThat(ask("a", 2, 0)).isZero();
        assertThat(ask("a", 2, 0)).isPositive();
        assertThat(ask("b", 2, 0)).isZero();
        running.remove().run();
        assertThat(ask("a", 2, 0)).isZero();
        assertThat(ask("a", 2, 0)).isPositive();
    }

    @Test
    void so_many_come_in_a_minute_and_the_others_are_told_when() {
        for (int i = 0; i < 6; i++) {
            assertThat(ask("a", 0, 6)).isZero();
        }
        assertThat(ask("a", 0, 6)).isEqualTo(Duration.ofSeconds(10));
        now.addAndGet(Duration.ofSeconds(9).toNanos());
        assertThat(ask("a", 0, 6)).isBetween(Duration.ofMillis(999), Duration.ofMillis(1001));
        now.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(ask("a", 0, 6)).isZero();
        assertThat(ask("a", 0, 6)).isPositive();
    }

    @Test
    void a_long_silence_saves_up_no_more_than_a_minute() {
        assertThat(ask("a", 0, 2)).isZero();
        now.addAndGet(Duration.ofDays(1).toNanos());
        assertThat(ask("a", 0, 2)).isZero();
        assertThat(ask("a", 0, 2)).isZero();
        assertThat(ask("a", 0, 2)).isPositive();
    }

    @Test
    void who_is_refused_for_one_limit_does_not_use_up_the_other() {
        assertThat(ask("a", 1, 2)).isZero();
        assertThat(ask("a", 1, 2)).isPositive();
        running.remove().run();
        assertThat(ask("a", 1, 2)).isZero();
    }
}
