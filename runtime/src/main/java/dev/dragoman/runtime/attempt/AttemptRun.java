// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.attempt;

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
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Puts a question to the targets of a pool, one after the other, until one has answered or nobody is left. Each target's guard
 * repeats attempts and keeps count of them. Everything happens on the Vert.x context that the run was started on.
 */
abstract class AttemptRun implements CallHandle {
    private static final Logger LOG = Logger.getLogger(AttemptRun.class);

    private final Question question;
    private final Pool pool;
    private final RunSettings settings;
    private final RunObserver observer;
    private final @Nullable Context context = Vertx.currentContext();
    private final Preparation preparation;
    private final RunRecord record;
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
        this.preparation = new Preparation(question);
        this.record = new RunRecord(Watches.begin(settings.listeners(), question.client(), pool.name()));
    }

    /** Begins. */
    public final void start() {
        List<Target> all = pool.targets();
        targets = new ArrayDeque<>(all.size() == 1 ? all : pool.order().order(all, preparation::loss));
        next();
    }

    /** The attempts so far. */
    public final AttemptLog log() {
        return record.log();
    }

    @Override
    public void cancel() {
        if (!over) {
            over = true;
            end();
            record.ended(AttemptLog.word(ErrorKind.CANCELLED));
        }
    }

    /** Ends the run early, with an error that whoever waits for the answer is told. Does nothing if it is over. */
    public final void abort(ChatError error) {
        if (!over) {
            over = true;
            end();
            give(error);
        }
    }

    /** Sends a call; its outcome is told to the attempt. */
    abstract CallHandle send(ReadyCall call, Attempt made);

    /** Tells whoever waits that there is no answer. */
    abstract void deliver(ChatError error);

    /** Makes a call ready; {@code null} if this target is passed over. */
    @Nullable ReadyCall ready(Target target) {
        return preparation.take(target);
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

    /** Content of this call comes. */
    final void answers(ReadyCall call) {
        record.answers(call);
        observer.answers(call);
    }

    final RunRecord record() {
        return record;
    }

    private void give(ChatError error) {
        deliver(error);
        record.ended(AttemptLog.word(error.kind()));
    }

    private void next() {
        while (!over) {
            Target target = attempts < settings.maxAttempts() ? targets.poll() : null;
            if (target == null) {
                over = true;
                give(verdict(Objects.requireNonNull(lastFailure)));
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
                record.attempted(target, AttemptLog.UNFIT, Duration.ZERO);
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
            record.watches().begins(call.route());
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
            give(verdict(Objects.requireNonNull(lastFailure)));
        }
    }

    /** What a vendor said counts more than what we say about it. */
    private void failed(Target target, ChatError error) {
        lastFailure = error;
        lastTarget = target;
    }

    private ChatError error(Target target, Throwable thrown) {
        Throwable cause =
                thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        if (cause instanceof FailedAttempt failed) {
            return failed.error();
        }
        if (cause instanceof TimeoutException) {
            end();
            record.attempted(
                    target,
                    AttemptLog.word(ErrorKind.TIMEOUT),
                    target.guard().settings().total());
            ChatError late = GuardErrors.late(target);
            failed(target, late);
            return late;
        }
        record.attempted(target, AttemptLog.OPEN, Duration.ZERO);
        ChatError unasked = GuardErrors.unasked(target, cause);
        if (repetitions == 0 && lastFailure == null) {
            lastFailure = unasked;
        }
        return unasked;
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

    private void onContext(Runnable task) {
        if (context == null || Vertx.currentContext() == context) {
            task.run();
        } else {
            context.runOnContext(nothing -> task.run());
        }
    }
}
