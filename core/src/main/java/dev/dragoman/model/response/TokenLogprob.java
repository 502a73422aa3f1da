// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model.response;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The probability of a token that the model wrote.
 *
 * @param token its text
 * @param logprob natural logarithm of its probability, at most 0; -9999 for "very unlikely" (OpenAI)
 * @param bytes its UTF-8 bytes, 0 to 255 each, since a character may span tokens; {@code null} if unknown
 * @param top the likeliest tokens at this place; {@code null} inside such a list, where there are none
 */
public record TokenLogprob(
        String token,
        double logprob,
        @Nullable List<Integer> bytes,
        @Nullable List<TokenLogprob> top) {
    /** Copies the lists. */
    public TokenLogprob {
        Objects.requireNonNull(token, "token");
        bytes = bytes == null ? null : List.copyOf(bytes);
        top = top == null ? null : List.copyOf(top);
    }

    /** No text: answers stay out of logs. */
    @Override
    public String toString() {
        return "TokenLogprob[" + token.length() + " characters, logprob=" + logprob + "]";
    }
}
