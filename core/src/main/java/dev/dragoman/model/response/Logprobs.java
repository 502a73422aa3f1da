// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model.response;

import java.util.List;

/**
 * The probabilities of a choice's tokens.
 *
 * @param content of its text, in order
 * @param refusal of its refusal, in order
 */
public record Logprobs(List<TokenLogprob> content, List<TokenLogprob> refusal) {
    /** None. */
    public static final Logprobs NONE = new Logprobs(List.of(), List.of());

    /** Copies the lists. */
    public Logprobs {
        content = List.copyOf(content);
        refusal = List.copyOf(refusal);
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return content.isEmpty() && refusal.isEmpty();
    }
}
