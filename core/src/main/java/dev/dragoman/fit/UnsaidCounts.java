// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.fit;

import dev.dragoman.loss.Losses;
import dev.dragoman.model.response.Usage;
import java.util.List;

/** The shares of an answer's tokens that a dialect does not tell, as data. Immutable. */
public final class UnsaidCounts {
    private final List<Count> counts;

    private UnsaidCounts(List<Count> counts) {
        this.counts = counts;
    }

    /** The shares without a field. */
    public static UnsaidCounts of(Count... counts) {
        return new UnsaidCounts(List.of(counts));
    }

    /** Reports those that are known and not empty. */
    public void report(Usage usage, Losses losses) {
        for (Count count : counts) {
            count.drop(usage, losses);
        }
    }
}
