// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ErrorKind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class KeyRingTest {
    private final AtomicLong clock = new AtomicLong(1);
    private final KeyRing ring = new KeyRing(List.of("a", "b", "c"), clock::get);

    private static ChatError error(ErrorKind kind) {
        return ChatError.of(kind, "no");
    }

    private String use(int times) {
        StringBuilder used = new StringBuilder();
        for (int i = 0; i < times; i++) {
            used.append(ring.key(ring.next()));
        }
        return used.toString();
    }

    @Test
    void keys_take_turns() {
        assertThat(use(4)).isEqualTo("abca");
    }

    @Test
    void a_refused_key_rests_and_comes_back() {
        ring.failed(0, error(ErrorKind.AUTHENTICATION));
        assertThat(use(6)).doesNotContain("a");
        clock.addAndGet(Duration.ofMinutes(6).toNanos());
        assertThat(use(3)).contains("a");
    }

    @Test
    void a_key_rests_as_long_as_the_vendor_says() {
        ring.failed(1, error(ErrorKind.RATE_LIMIT).withRetryAfter(Duration.ofSeconds(2)));
        assertThat(use(3)).doesNotContain("b");
        clock.addAndGet(Duration.ofSeconds(3).toNanos());
        assertThat(use(3)).contains("b");
    }

    @Test
    void another_key_helps_only_where_the_key_is_at_fault() {
        ring.failed(0, error(ErrorKind.PERMISSION));
        assertThat(ring.hasOther(error(ErrorKind.PERMISSION))).isTrue();
        assertThat(ring.hasOther(error(ErrorKind.INTERNAL))).isFalse();
        ring.failed(1, error(ErrorKind.PERMISSION));
        ring.failed(2, error(ErrorKind.PERMISSION).withRetryAfter(Duration.ofSeconds(1)));
        assertThat(ring.hasOther(error(ErrorKind.PERMISSION))).isFalse();
        assertThat(ring.key(ring.next())).as("the first to be rested").isEqualTo("c");
    }

    @Test
    void a_lone_key_never_rests() {
        KeyRing one = new KeyRing(List.of("a"), clock::get);
        one.failed(0, error(ErrorKind.AUTHENTICATION));
        assertThat(one.key(one.next())).isEqualTo("a");
        assertThat(one.hasOther(error(ErrorKind.AUTHENTICATION))).isFalse();
        assertThat(new KeyRing(List.of(), clock::get).key(-1)).isNull();
    }

    @Test
    void shows_no_key() {
        assertThat(ring).hasToString("KeyRing[3]");
    }
}
