// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.guard;

import dev.dragoman.runtime.EventLoopTimer;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.TypedGuard;
import jakarta.enterprise.util.TypeLiteral;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Guards the attempts at one target: repeats them, counts their faults, bounds their number and their time. An attempt lasts until
 * its answer is complete. Thread-safe.
 */
public final class TargetGuard {
    private static final Logger LOG = Logger.getLogger(TargetGuard.class);

    private final GuardSettings settings;
    private final RetryBudget budget;
    private final Latency latency = new Latency();
    private final TypedGuard<CompletionStage<Void>> guard;
    private volatile boolean open;

    /** @param name what the log calls the target */
    public TargetGuard(String name, GuardSettings settings) {
        this.settings = settings;
        this.budget = new RetryBudget(settings.retries().ratio());
        GuardSettings.Breaker breaker = settings.breaker();
        TypedGuard.Builder<CompletionStage<Void>> builder = TypedGuard.create(new TypeLiteral<CompletionStage<Void>>() {
                    private static final long serialVersionUID = 1L;
                })
                .withDescription(name)
                // Attempts do not block: each runs where the request does. With this switched off, the
                // library remembers the event loop, and queues an attempt there when it begins and ends.
                .withThreadOffload(true)
                .withThreadOffloadExecutor(Runnable::run)
                .withBulkhead()
                .limit(settings.maxConcurrent())
                .queueSize(1)
                .done()
                .withCircuitBreaker()
                .requestVolumeThreshold(breaker.requests())
                .failureRatio(breaker.failureRatio())
                .delay(breaker.delay().toMillis(), ChronoUnit.MILLIS)
                .successThreshold(breaker.successes())
                .when(TargetGuard::isFault)
                .onStateChange(state -> changed(name, state))
                .done();
        if (settings.retries().most() > 0) {
            builder = builder.withRetry()
                    .maxRetries(settings.retries().most())
                    .jitter(0, ChronoUnit.MILLIS)
                    .whenException(TargetGuard::isRepeatable)
                    .withCustomBackoff()
                    .strategy(() -> new Backoff(settings.retries()))
                    .done()
                    .done();
        }
        this.guard = builder.build();
    }

    /**
     * Makes an attempt, and repeats it where it fails with a {@link FailedAttempt} that says so. One that takes too long is completed
     * with a {@link TimeoutException}.
     *
     * @param attempt makes one attempt; called on the caller's thread at first, on any other for repetitions
     */
    public CompletionStage<Void> run(Supplier<CompletionStage<Void>> attempt) {
        budget.request();
        return guard.get(() -> bounded(attempt.get()));
    }

    /**
     * The time limit is not the library's, which wakes a thread for each attempt it begins to time: the event loop that the attempt
     * runs on times it too.
     */
    private CompletionStage<Void> bounded(CompletionStage<Void> attempt) {
        CompletableFuture<Void> done = attempt.toCompletableFuture();
        EventLoopTimer timer =
                EventLoopTimer.start(settings.total(), () -> done.completeExceptionally(new TimeoutException()));
        if (timer == null) {
            return done.orTimeout(settings.total().toNanos(), TimeUnit.NANOSECONDS);
        }
        CompletableFuture<Void> unused = done.whenComplete((nothing, e) -> timer.cancel());
        return done;
    }

    /** How the target is guarded. */
    public GuardSettings settings() {
        return settings;
    }

    /** Bounds its repetitions. */
    public RetryBudget budget() {
        return budget;
    }

    /** How fast the target is. */
    public Latency latency() {
        return latency;
    }

    /** Whether the target is being left alone. */
    public boolean isOpen() {
        return open;
    }

    private void changed(String name, CircuitBreakerState state) {
        open = state == CircuitBreakerState.OPEN;
        if (open) {
            LOG.warnf(
                    "%s fails too often and is left alone for %s",
                    name, settings.breaker().delay());
        } else if (state == CircuitBreakerState.CLOSED) {
            LOG.infof("%s answers again", name);
        }
    }

    private static boolean isFault(Throwable e) {
        return e instanceof TimeoutException || (e instanceof FailedAttempt failed && failed.isFault());
    }

    private static boolean isRepeatable(Throwable e) {
        return e instanceof FailedAttempt failed && failed.isRepeatable();
    }
}
