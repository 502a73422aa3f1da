// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.attempt;

import dev.dragoman.model.error.ChatError;
import dev.dragoman.runtime.routing.Target;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** One attempt under way. */
final class Attempt {
    private final AttemptRun run;
    private final Target target;
    private final ReadyCall call;
    private final long started = System.nanoTime();
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private boolean content;

    Attempt(AttemptRun run, Target target, ReadyCall call) {
        this.run = run;
        this.target = target;
        this.call = call;
    }

    /** Content came. */
    void content() {
        if (!content) {
            content = true;
            target.guard().latency().add(age());
            run.answers(call);
        }
    }

    /** The answer is complete and was delivered. */
    void succeed() {
        run.record().attempted(target, AttemptLog.OK, age());
        done.complete(null);
    }

    /** It failed. */
    void fail(ChatError error) {
        run.record().attempted(target, AttemptLog.word(error.kind()), age());
        done.completeExceptionally(run.judge(this, error));
    }

    boolean hasContent() {
        return content;
    }

    Target target() {
        return target;
    }

    ReadyCall call() {
        return call;
    }

    CompletableFuture<Void> done() {
        return done;
    }

    Duration age() {
        return Duration.ofNanos(System.nanoTime() - started);
    }
}
