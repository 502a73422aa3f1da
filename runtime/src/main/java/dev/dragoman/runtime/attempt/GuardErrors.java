// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.attempt;

import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.runtime.guard.GuardSettings;
import dev.dragoman.runtime.routing.Target;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;

/** What clients are told where a target's guard has spoken, and not the target. */
final class GuardErrors {
    private static final Logger LOG = Logger.getLogger(GuardErrors.class);

    private GuardErrors() {}

    /** An attempt has used up its time. */
    static ChatError late(Target target) {
        return ChatError.of(
                        ErrorKind.TIMEOUT,
                        provider(target) + "did not complete its answer within "
                                + settings(target).total().toMillis() + " ms")
                .withCode("provider_timeout");
    }

    /** The target was not asked. */
    static ChatError unasked(Target target, Throwable cause) {
        if (cause instanceof CircuitBreakerOpenException) {
            return ChatError.of(
                            ErrorKind.OVERLOADED, provider(target) + "fails too often and is left alone for a while")
                    .withCode("provider_unavailable")
                    .withRetryAfter(settings(target).breaker().delay());
        }
        if (cause instanceof BulkheadException) {
            return ChatError.of(ErrorKind.OVERLOADED, provider(target) + "is asked too much at the same time")
                    .withCode("provider_busy");
        }
        LOG.error("An attempt failed", cause);
        return ChatError.of(ErrorKind.INTERNAL, "The request could not be sent");
    }

    private static GuardSettings settings(Target target) {
        return target.guard().settings();
    }

    private static String provider(Target target) {
        return "The provider '" + target.route().provider().name() + "' ";
    }
}
