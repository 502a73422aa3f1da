// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.metrics;

import dev.dragoman.loss.Loss;
import dev.dragoman.runtime.attempt.RunListener;
import dev.dragoman.runtime.attempt.RunWatch;
import dev.dragoman.runtime.routing.Route;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Times attempts as {@code dragoman.attempts}, by provider and outcome, and counts what answered requests lost as
 * {@code dragoman.losses}, by kind, severity, the client's dialect and provider. No tag holds what a client can make up.
 */
@Singleton
public final class MicrometerRuns implements RunListener {
    private final MeterRegistry registry;

    MicrometerRuns(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public RunWatch begins(String client, String model) {
        return new RunWatch() {
            @Override
            public void attempted(Route route, String outcome, Duration duration) {
                time(route, outcome, duration);
            }

            @Override
            public void ended(String outcome, @Nullable Route server, List<Loss> losses) {
                if (server != null) {
                    losses.forEach(loss -> count(client, server, loss));
                }
            }
        };
    }

    private void time(Route route, String outcome, Duration duration) {
        Timer.builder("dragoman.attempts")
                .description("Attempts to have a request answered by a provider")
                .tag("provider", route.provider().name())
                .tag("outcome", outcome)
                .register(registry)
                .record(duration);
    }

    private void count(String client, Route server, Loss loss) {
        Counter.builder("dragoman.losses")
                .description("What was not carried over exactly between a client and the provider that answered")
                .tag("kind", word(loss.kind()))
                .tag("severity", word(loss.severity()))
                .tag("client", client)
                .tag("provider", server.provider().name())
                .register(registry)
                .increment();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
