// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.metrics;

import dev.dragoman.runtime.attempt.AttemptListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Counts and times attempts as {@code dragoman.attempts}, by provider and outcome. */
@Singleton
public final class MicrometerAttempts implements AttemptListener {
    private final MeterRegistry registry;

    MicrometerAttempts(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void attempted(String provider, String outcome, Duration duration) {
        Timer.builder("dragoman.attempts")
                .description("Attempts to have a request answered by a provider")
                .tag("provider", provider)
                .tag("outcome", outcome)
                .register(registry)
                .record(duration);
    }
}
