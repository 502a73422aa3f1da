// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.loss;

import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.error.ErrorKind;
import java.util.List;
import java.util.stream.Collectors;

/** What to do about a request that cannot be translated without a loss. */
public enum LossPolicy {
    /** Serve it and report the losses. */
    REPORT,
    /** Refuse it when the answer would change. */
    SAFE,
    /** Refuse it on any loss. */
    STRICT;

    /**
     * Applies this policy to the losses of a request, before it is sent.
     *
     * @throws ChatException with status 400 that names the fields, if the policy refuses the request
     */
    public void check(List<Loss> losses) {
        List<Loss> refused = losses.stream().filter(this::refuses).toList();
        if (refused.isEmpty()) {
            return;
        }
        String fields = refused.stream()
                .map(loss -> loss.path() + " (" + loss.kind() + ": " + loss.reason() + ")")
                .distinct()
                .collect(Collectors.joining("; "));
        throw new ChatException(
                ChatError.of(ErrorKind.INVALID_REQUEST, "The target cannot carry these fields exactly: " + fields)
                        .withCode("unsupported_parameter")
                        .withParam(refused.get(0).path()));
    }

    private boolean refuses(Loss loss) {
        return switch (this) {
            case REPORT -> false;
            case SAFE -> loss.severity() == Severity.CHANGES_ANSWER && weakens(loss.kind());
            case STRICT -> true;
        };
    }

    /** Emulated, moved and defaulted values keep their effect. */
    private static boolean weakens(LossKind kind) {
        return kind == LossKind.DROPPED || kind == LossKind.APPROXIMATED || kind == LossKind.CLAMPED;
    }
}
