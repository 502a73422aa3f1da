// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.startup;

import dev.dragoman.runtime.config.BreakerConfig;
import dev.dragoman.runtime.config.ProviderConfig;
import dev.dragoman.runtime.config.TargetConfig;
import dev.dragoman.runtime.guard.GuardSettings;
import dev.dragoman.runtime.provider.Patience;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads how targets are guarded and how long they are waited for. */
final class GuardReader {
    private final String prefix;

    /** @param prefix of the properties, without a dot at its end */
    GuardReader(String prefix) {
        this.prefix = prefix;
    }

    GuardSettings read(ProviderConfig provider) {
        BreakerConfig breaker = provider.circuitBreaker();
        check(provider.maxRetries() >= 0, ".max-retries", "must not be negative");
        check(provider.retryRatio() >= 0 && provider.retryRatio() <= 1, ".retry-ratio", "must be from 0 to 1");
        check(breaker.requests() > 0, ".circuit-breaker.requests", "must be at least 1");
        check(
                breaker.failureRatio() > 0 && breaker.failureRatio() <= 1,
                ".circuit-breaker.failure-ratio",
                "must be above 0 and at most 1");
        check(breaker.successes() > 0, ".circuit-breaker.successes", "must be at least 1");
        GuardSettings settings = new GuardSettings(
                new GuardSettings.Retries(
                        provider.maxRetries(),
                        positive(".retry-delay", provider.retryDelay()),
                        positive(".max-retry-delay", provider.maxRetryDelay()),
                        provider.retryRatio()),
                new GuardSettings.Breaker(
                        breaker.requests(),
                        breaker.failureRatio(),
                        positive(".circuit-breaker.delay", breaker.delay()),
                        breaker.successes()),
                positive(".total-timeout", provider.totalTimeout()),
                (int) Math.min(Integer.MAX_VALUE - 1L, 2L * provider.maxConnections()));
        return provider.maxConcurrent().isEmpty()
                ? settings
                : settings.withMaxConcurrent(concurrent(provider.maxConcurrent().getAsInt()));
    }

    GuardSettings read(TargetConfig target, GuardSettings provider) {
        GuardSettings settings = provider;
        if (target.maxRetries().isPresent()) {
            check(target.maxRetries().getAsInt() >= 0, ".max-retries", "must not be negative");
            settings = settings.withRetries(target.maxRetries().getAsInt());
        }
        if (target.totalTimeout().isPresent()) {
            settings = settings.withTotal(
                    positive(".total-timeout", target.totalTimeout().get()));
        }
        return target.maxConcurrent().isEmpty()
                ? settings
                : settings.withMaxConcurrent(concurrent(target.maxConcurrent().getAsInt()));
    }

    /** How long a target is waited for. */
    Patience patience(TargetConfig target) {
        return new Patience(
                positive(".first-token-timeout", target.firstTokenTimeout()),
                positive(".stream-idle-timeout", target.streamIdleTimeout()),
                positive(".request-timeout", target.requestTimeout()));
    }

    private @Nullable Duration positive(String property, Optional<Duration> value) {
        return value.isEmpty() ? null : positive(property, value.get());
    }

    private int concurrent(int most) {
        check(most > 0 && most < Integer.MAX_VALUE, ".max-concurrent", "must be at least 1");
        return most;
    }

    private Duration positive(String property, Duration value) {
        check(
                value.toMillis() > 0 && value.toMillis() <= Integer.MAX_VALUE,
                property,
                "must be between one millisecond and 24 days");
        return value;
    }

    void check(boolean right, String property, String what) {
        if (!right) {
            throw new ConfigurationException(prefix + property + " " + what, Set.of(prefix + property));
        }
    }
}
