// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RetryAfterTest {
    @Test
    void reads_milliseconds_first_then_seconds_then_a_date() {
        assertThat(RetryAfter.read(Map.of("retry-after-ms", "1500", "retry-after", "9")))
                .isEqualTo(Duration.ofMillis(1500));
        assertThat(RetryAfter.read(Map.of("retry-after", "2.5"))).isEqualTo(Duration.ofMillis(2500));
        assertThat(RetryAfter.read(Map.of(
                        "retry-after", "Fri, 20 Nov 2026 10:00:30 GMT", "date", "Fri, 20 Nov 2026 10:00:00 GMT")))
                .isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void nonsense_is_nothing() {
        assertThat(RetryAfter.read(Map.of())).isNull();
        assertThat(RetryAfter.read(Map.of("retry-after", "soon"))).isNull();
        assertThat(RetryAfter.read(Map.of("retry-after", "-1"))).isNull();
        assertThat(RetryAfter.read(Map.of("retry-after", "1e99"))).isNull();
        assertThat(RetryAfter.read(Map.of("retry-after", "NaN"))).isNull();
    }

    @Test
    void writes_whole_seconds_rounded_up() {
        Map<String, String> headers = new HashMap<>();
        RetryAfter.write(Duration.ofMillis(1500), headers);
        assertThat(headers).containsEntry("retry-after", "2").containsEntry("retry-after-ms", "1500");
    }
}
