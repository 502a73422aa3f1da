// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A short soak of the packaged gateway. */
class SoakIT {
    private static final Duration SHORT = Duration.ofSeconds(9);

    @Test
    void pitfall_41_nothing_is_kept_lost_or_doubled_under_streams_that_fail() throws IOException, InterruptedException {
        SoakReport report = Soak.run(SoakSettings.read().withDuration(SHORT));
        System.out.println(report.counts());
        assertThat(report.failures()).as(report.counts()).isEmpty();
    }
}
