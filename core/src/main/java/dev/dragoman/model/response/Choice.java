// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model.response;

import dev.dragoman.model.Extensions;
import dev.dragoman.model.Message;
import java.util.Objects;

/**
 * One answer of possibly several.
 *
 * @param index its number, from 0
 * @param message what the model said, in the role {@code ASSISTANT}
 * @param finishReason why it stopped
 * @param logprobs the probabilities of its tokens; {@link Logprobs#NONE} if not asked for
 * @param extensions fields only one dialect knows
 */
public record Choice(int index, Message message, FinishReason finishReason, Logprobs logprobs, Extensions extensions) {
    /** @throws IllegalArgumentException if {@code index} is negative */
    public Choice {
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(finishReason, "finishReason");
        Objects.requireNonNull(logprobs, "logprobs");
        Objects.requireNonNull(extensions, "extensions");
        if (index < 0) {
            throw new IllegalArgumentException("choices are numbered from 0");
        }
    }
}
