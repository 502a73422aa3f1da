// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.guard;

import dev.dragoman.model.error.ChatError;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Why an attempt failed, and what its guard shall make of it. */
public final class FailedAttempt extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient ChatError error;
    private final boolean repeatable;
    private final boolean fault;
    private final @Nullable Duration wait;

    /**
     * A failure.
     *
     * @param repeatable whether the target is to be asked again
     * @param fault whether it is the target's fault, which its breaker counts
     * @param wait how long to wait before; {@code null} for the guard to decide
     */
    public FailedAttempt(ChatError error, boolean repeatable, boolean fault, @Nullable Duration wait) {
        super(error.message(), null, false, false);
        this.error = error;
        this.repeatable = repeatable;
        this.fault = fault;
        this.wait = wait;
    }

    /** What happened. */
    public ChatError error() {
        return error;
    }

    boolean isRepeatable() {
        return repeatable;
    }

    boolean isFault() {
        return fault;
    }

    @Nullable Duration delay() {
        return wait;
    }
}
