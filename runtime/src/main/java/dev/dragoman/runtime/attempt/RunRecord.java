// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.attempt;

import dev.dragoman.runtime.routing.Target;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has happened in a run so far, and those who are told of it. */
final class RunRecord {
    private final AttemptLog log = new AttemptLog();
    private final Watches watches;
    private @Nullable ReadyCall answering;
    private boolean ended;

    RunRecord(Watches watches) {
        this.watches = watches;
    }

    AttemptLog log() {
        return log;
    }

    Watches watches() {
        return watches;
    }

    void attempted(Target target, String outcome, Duration duration) {
        log.add(target.name(), outcome);
        watches.attempted(target.route(), outcome, duration);
    }

    /** Content comes. If some has come before, this goes on with it, and what it loses is lost to the same answer. */
    void answers(ReadyCall call) {
        if (answering == null) {
            answering = call;
        } else {
            answering.losses().addAll(call.losses().toList());
        }
    }

    /** Everything was delivered. Counts once. */
    void ended(String outcome) {
        if (!ended) {
            ended = true;
            ReadyCall call = answering;
            watches.ended(
                    outcome,
                    call == null ? null : call.route(),
                    call == null ? List.of() : call.losses().toList());
        }
    }
}
