// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.attempt;

import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.runtime.routing.Pool;
import java.util.Set;

/** What a failure means for whoever might be asked next. */
final class FailureRules {
    /** Failures before the vendor began to work on the request. */
    private static final Set<String> UNTOUCHED = Set.of("connect_failed", "connect_timeout", "provider_busy");

    private FailureRules() {}

    /**
     * Whether the same target may be asked again.
     *
     * @param harmless whether nothing happens twice when the request is served twice
     */
    static boolean repeats(ChatError error, boolean harmless) {
        if (!error.kind().retryable()) {
            return false;
        }
        return harmless
                || error.kind() == ErrorKind.RATE_LIMIT
                || error.kind() == ErrorKind.OVERLOADED
                || (error.code() != null && UNTOUCHED.contains(error.code()));
    }

    /** Whether it is the target's fault, and not the caller's, the account's or a matter of pace. */
    static boolean isFault(ChatError error) {
        return switch (error.kind()) {
            case INTERNAL, UPSTREAM, OVERLOADED, TIMEOUT -> true;
            default -> false;
        };
    }

    /** Whether another target may be asked. */
    static boolean movesOn(ChatError error, Pool pool) {
        return switch (error.kind()) {
            case INVALID_REQUEST, TOO_LARGE, METHOD_NOT_ALLOWED, CANCELLED -> false;
            case CONTENT_BLOCKED -> pool.shopsFilters();
            default -> true;
        };
    }
}
