// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ErrorKind;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.junit.jupiter.api.Test;

class GuardTest {
    private static final GuardSettings QUICK = new GuardSettings(
            new GuardSettings.Retries(2, Duration.ofMillis(1), Duration.ofMillis(5), 1),
            new GuardSettings.Breaker(4, 0.5, Duration.ofMinutes(10), 1),
            Duration.ofSeconds(20),
            1);

    private final AtomicInteger attempts = new AtomicInteger();

    private static FailedAttempt failure(boolean repeatable) {
        return new FailedAttempt(ChatError.of(ErrorKind.OVERLOADED, "no"), repeatable, true, null);
    }

    private CompletionStage<Void> fail(boolean repeatable) {
        attempts.incrementAndGet();
        return CompletableFuture.failedFuture(failure(repeatable));
    }

    private static void await(CompletionStage<Void> stage) throws Exception {
        stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void repeats_what_is_repeatable_and_no_more_often_than_it_may() {
        TargetGuard guard = new TargetGuard("t", QUICK);
        assertThatThrownBy(() -> await(guard.run(() -> fail(true)))).hasCauseInstanceOf(FailedAttempt.class);
        assertThat(attempts).hasValue(3);
        assertThatThrownBy(() -> await(guard.run(() -> fail(false)))).hasCauseInstanceOf(FailedAttempt.class);
        assertThat(attempts).hasValue(4);
    }

    @Test
    void leaves_alone_what_fails_too_often() {
        TargetGuard guard = new TargetGuard("t", QUICK);
        for (int i = 0; i < 4; i++) {
            assertThatThrownBy(() -> await(guard.run(() -> fail(false)))).hasCauseInstanceOf(FailedAttempt.class);
        }
        assertThat(guard.isOpen()).isTrue();
        assertThatThrownBy(() -> await(guard.run(() -> fail(false))))
                .hasCauseInstanceOf(CircuitBreakerOpenException.class);
        assertThat(attempts).hasValue(4);
    }

    @Test
    void refuses_more_at_a_time_than_it_may() throws Exception {
        TargetGuard guard = new TargetGuard("t", QUICK);
        CompletableFuture<Void> running = new CompletableFuture<>();
        CompletionStage<Void> first = guard.run(() -> running);
        CompletionStage<Void> waiting = guard.run(() -> CompletableFuture.completedFuture(null));
        assertThatThrownBy(() -> await(guard.run(() -> fail(false)))).hasCauseInstanceOf(BulkheadException.class);
        running.complete(null);
        await(first);
        await(waiting);
        assertThat(attempts).hasValue(0);
    }

    @Test
    void bounds_the_time_of_an_attempt() {
        TargetGuard guard =
                new TargetGuard("t", QUICK.withTotal(Duration.ofMillis(20)).withRetries(0));
        assertThatThrownBy(() -> await(guard.run(CompletableFuture::new))).hasCauseInstanceOf(TimeoutException.class);
    }

    @Test
    void waits_as_long_as_it_is_asked_to_or_twice_as_long_each_time() {
        Backoff backoff = new Backoff(new GuardSettings.Retries(5, Duration.ofMillis(100), Duration.ofMillis(300), 1));
        assertThat(backoff.nextDelayInMillis(failure(true))).isBetween(50L, 100L);
        assertThat(backoff.nextDelayInMillis(failure(true))).isBetween(100L, 200L);
        assertThat(backoff.nextDelayInMillis(failure(true))).isBetween(150L, 300L);
        assertThat(backoff.nextDelayInMillis(failure(true))).isBetween(150L, 300L);
        ChatError error = ChatError.of(ErrorKind.RATE_LIMIT, "no");
        assertThat(backoff.nextDelayInMillis(new FailedAttempt(error, true, false, Duration.ofMillis(7))))
                .isEqualTo(7);
    }

    @Test
    void repetitions_are_a_share_of_the_requests() {
        RetryBudget budget = new RetryBudget(0.5);
        for (int i = 0; i < 10; i++) {
            assertThat(budget.take()).isTrue();
        }
        assertThat(budget.take()).isFalse();
        budget.request();
        assertThat(budget.take()).isFalse();
        budget.request();
        assertThat(budget.take()).isTrue();
    }
}
