// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.attempt;

import dev.dragoman.loss.Loss;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.runtime.guard.FailedAttempt;
import dev.dragoman.runtime.guard.GuardSettings;
import dev.dragoman.runtime.provider.CallHandle;
import dev.dragoman.runtime.routing.Pool;
import dev.dragoman.runtime.routing.Target;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Puts a question to the targets of a pool, one after the other, until one has answered or nobody is left. Each target's guard
 * repeats attempts and keeps count of them. Everything happens on the Vert.x context that the run was started on.
 */
abstract class AttemptRun implements CallHandle {
    private static final Logger LOG = Logger.getLogger(AttemptRun.class);
    /** An encoding that changes the answer weighs more than any number of notes. */
    private static final long CHANGES_ANSWER = 1_000;

    private final Question question;
    private final Pool pool;
    private final RunSettings settings;
    private final RunObserver observer;
    private final AttemptLog log = new AttemptLog();
    private final @Nullable Context context = Vertx.currentContext();
    private final Map<Target, ReadyCall> prepared = new HashMap<>(0);
    private Deque<Target> targets = new ArrayDeque<>(0);
    private @Nullable Attempt attempt;
    private @Nullable CallHandle underWay;
    private @Nullable ChatError lastFailure;
    private @Nullable Target lastTarget;
    private int attempts;
    private int repetitions;
    private boolean over;

    AttemptRun(Question question, Pool pool, RunSettings settings, RunObserver observer) {
        this.question = question;
        this.pool = pool;
        this.settings = settings;
        this.observer = observer;
    }

    /** Begins. */
    public final void start() {
        List<Target> all = pool.targets();
        targets = new ArrayDeque<>(all.size() == 1 ? all : pool.order().order(all, this::loss));
        next();
    }

    /** The attempts so far. */
    public final AttemptLog log() {
        return log;
    }

    @Override
    public void cancel() {
        if (!over) {
            over = true;
            end();
        }
    }

    /** Ends the run early, with an error that whoever waits for the answer is told. Does nothing if it is over. */
    public final void abort(ChatError error) {
        if (!over) {
            cancel();
            deliver(error);
        }
    }

    /** Sends a call; its outcome is told to the attempt. */
    abstract CallHandle send(ReadyCall call, Attempt made);

    /** Tells whoever waits that there is no answer. */
    abstract void deliver(ChatError error);

    /** Makes a call ready; {@code null} if this target is passed over. */
    @Nullable ReadyCall ready(Target target) {
        ReadyCall known = prepared.remove(target);
        return known != null ? known : question.prepare(target.route());
    }

    /** What to do about a failure after content came: whether the next target may go on. */
    boolean recovers(ChatError error) {
        return false;
    }

    /** The failure to tell when nobody is left. */
    ChatError verdict(ChatError last) {
        return last;
    }

    final Question question() {
        return question;
    }

    final boolean isOver() {
        return over;
    }

    final void answers(ReadyCall call) {
        observer.answers(call);
    }

    final void log(Target target, String outcome, Duration duration) {
        log.add(target.name(), outcome);
        settings.listeners()
                .forEach(
                        listener -> listener.attempted(target.route().provider().name(), outcome, duration));
    }

    private void next() {
        while (!over) {
            Target target = attempts < settings.maxAttempts() ? targets.poll() : null;
            if (target == null) {
                over = true;
                deliver(verdict(Objects.requireNonNull(lastFailure)));
                return;
            }
            if (isPassedOver(target)) {
                continue;
            }
            try {
                ReadyCall call = ready(target);
                if (call != null) {
                    run(target, call);
                    return;
                }
            } catch (ChatException e) {
                log(target, AttemptLog.UNFIT, Duration.ZERO);
                lastFailure = lastFailure == null ? e.error() : lastFailure;
            }
        }
    }

    /** What did not fit into one fits only into one that is larger. */
    private boolean isPassedOver(Target target) {
        return lastFailure != null
                && lastTarget != null
                && lastFailure.kind() == ErrorKind.CONTEXT_LENGTH
                && !target.isLargerThan(lastTarget);
    }

    private void run(Target target, ReadyCall call) {
        repetitions = 0;
        attempt = null;
        target.guard()
                .run(() -> attempt(target, call))
                .whenComplete((nothing, e) -> onContext(() -> {
                    if (!over) {
                        settled(target, e);
                    }
                }));
    }

    private CompletionStage<Void> attempt(Target target, ReadyCall call) {
        Attempt made = new Attempt(this, target, call);
        onContext(() -> {
            if (over) {
                made.done().completeExceptionally(abandoned());
                return;
            }
            attempts++;
            attempt = made;
            observer.begins(call);
            try {
                CallHandle handle = send(call, made);
                if (!made.done().isDone()) {
                    underWay = handle;
                }
            } catch (RuntimeException e) {
                LOG.error("A call could not be sent", e);
                made.fail(ChatError.of(ErrorKind.INTERNAL, "The request could not be sent"));
            }
        });
        return made.done();
    }

    /** What the guard shall make of a failure. */
    final FailedAttempt judge(Attempt made, ChatError error) {
        underWay = null;
        if (over) {
            return abandoned();
        }
        failed(made.target(), error);
        GuardSettings.Retries retries = made.target().guard().settings().retries();
        boolean otherKey = made.target().route().provider().hasOtherKey(error);
        Duration wait = otherKey ? Duration.ZERO : error.retryAfter();
        boolean repeat = !made.hasContent()
                && (otherKey || FailureRules.repeats(error, question.isRepeatable()))
                && (wait == null || wait.compareTo(retries.longestDelay()) <= 0)
                && attempts < settings.maxAttempts()
                && repetitions < retries.most()
                && made.target().guard().budget().take();
        if (repeat) {
            repetitions++;
        }
        return new FailedAttempt(error, repeat, !otherKey && FailureRules.isFault(error), wait);
    }

    private void settled(Target target, @Nullable Throwable thrown) {
        if (thrown == null) {
            over = true;
            return;
        }
        Attempt made = attempt;
        ChatError error = error(target, thrown);
        boolean content = made != null && made.hasContent();
        if (content ? recovers(error) : FailureRules.movesOn(error, pool)) {
            next();
        } else {
            over = true;
            deliver(verdict(Objects.requireNonNull(lastFailure)));
        }
    }

    /** What a vendor said counts more than what we say about it. */
    private void failed(Target target, ChatError error) {
        lastFailure = error;
        lastTarget = target;
    }

    private ChatError unasked(Target target, ChatError error) {
        log(target, AttemptLog.OPEN, Duration.ZERO);
        if (repetitions == 0 && lastFailure == null) {
            lastFailure = error;
        }
        return error;
    }

    private ChatError error(Target target, Throwable thrown) {
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        if (cause instanceof FailedAttempt failed) {
            return failed.error();
        }
        String provider = "The provider '" + target.route().provider().name() + "' ";
        GuardSettings guard = target.guard().settings();
        if (cause instanceof TimeoutException) {
            end();
            log(target, AttemptLog.word(ErrorKind.TIMEOUT), guard.total());
            ChatError error = ChatError.of(
                            ErrorKind.TIMEOUT,
                            provider + "did not complete its answer within "
                                    + guard.total().toMillis() + " ms")
                    .withCode("provider_timeout");
            failed(target, error);
            return error;
        }
        if (cause instanceof CircuitBreakerOpenException) {
            return unasked(
                    target,
                    ChatError.of(ErrorKind.OVERLOADED, provider + "fails too often and is left alone for a while")
                            .withCode("provider_unavailable")
                            .withRetryAfter(guard.breaker().delay()));
        }
        if (cause instanceof BulkheadException) {
            return unasked(
                    target,
                    ChatError.of(ErrorKind.OVERLOADED, provider + "is asked too much at the same time")
                            .withCode("provider_busy"));
        }
        LOG.error("An attempt failed", cause);
        return unasked(target, ChatError.of(ErrorKind.INTERNAL, "The request could not be sent"));
    }

    private void end() {
        CallHandle handle = underWay;
        underWay = null;
        if (handle != null) {
            handle.cancel();
        }
        Attempt made = attempt;
        if (made != null) {
            made.done().completeExceptionally(abandoned()); // frees its place in the bulkhead
        }
    }

    private static FailedAttempt abandoned() {
        return new FailedAttempt(ChatError.of(ErrorKind.CANCELLED, "abandoned"), false, false, null);
    }

    private long loss(Target target) {
        try {
            ReadyCall call = question.prepare(target.route());
            prepared.put(target, call);
            long loss = 0;
            for (Loss lost : call.losses().toList()) {
                loss += lost.severity() == Severity.CHANGES_ANSWER ? CHANGES_ANSWER : 1;
            }
            return loss;
        } catch (ChatException e) {
            return Long.MAX_VALUE;
        }
    }

    private void onContext(Runnable task) {
        if (context == null || Vertx.currentContext() == context) {
            task.run();
        } else {
            context.runOnContext(nothing -> task.run());
        }
    }
}
