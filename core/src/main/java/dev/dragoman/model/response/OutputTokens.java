// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model.response;

import org.jspecify.annotations.Nullable;

/**
 * Shares of the output. A count that the vendor did not report is {@code null}, which is not 0.
 *
 * @param reasoning thought
 * @param text text
 * @param audio sound
 * @param image pictures
 * @param acceptedPrediction tokens of the request's prediction that the answer repeats
 * @param rejectedPrediction tokens of the prediction that it does not; billed all the same
 */
public record OutputTokens(
        @Nullable Long reasoning,
        @Nullable Long text,
        @Nullable Long audio,
        @Nullable Long image,
        @Nullable Long acceptedPrediction,
        @Nullable Long rejectedPrediction) {
    /** Nothing reported. */
    public static final OutputTokens UNKNOWN = new OutputTokens(null, null, null, null, null, null);
}
