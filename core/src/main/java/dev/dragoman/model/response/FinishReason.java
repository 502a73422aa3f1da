// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model.response;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why a model stopped.
 *
 * @param kind the reason in the words of the canonical model
 * @param raw the vendor's own word; {@code null} if it gave none
 * @param stopSequence the stop sequence that was met; {@code null} if none was or the vendor does not tell
 */
public record FinishReason(
        Kind kind, @Nullable String raw, @Nullable String stopSequence) {
    /** Reasons that dialects tell apart. */
    public enum Kind {
        /** The answer is complete, or a stop sequence was met and the vendor does not tell the difference. */
        STOP,
        /** A stop sequence was met. */
        STOP_SEQUENCE,
        /** The token limit was reached; the last tool call may be cut off. */
        LENGTH,
        /** The model's context is full before the token limit. */
        CONTEXT_LENGTH,
        /** The model waits for the results of its tool calls. */
        TOOL_CALLS,
        /** A filter took the answer or part of it. */
        CONTENT_FILTER,
        /** The model or a classifier refused. */
        REFUSAL,
        /** The vendor paused a long turn of hosted tools; send the answer back to go on. */
        PAUSE,
        /** The vendor failed while answering. */
        ERROR,
        /** None of these; see {@link FinishReason#raw()}. */
        OTHER
    }

    /** Checks that nothing required is missing. */
    public FinishReason {
        Objects.requireNonNull(kind, "kind");
    }

    /** A reason with the vendor's own word. */
    public static FinishReason of(Kind kind, @Nullable String raw) {
        return new FinishReason(kind, raw, null);
    }

    /** No stop sequence: a user chose it. */
    @Override
    public String toString() {
        return "FinishReason[kind=" + kind + ", raw=" + raw + "]";
    }
}
