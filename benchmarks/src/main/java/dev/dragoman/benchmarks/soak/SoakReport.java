// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.benchmarks.soak;

import java.util.List;

/**
 * What a soak has shown.
 *
 * @param counts what happened, for people
 * @param failures what must not have happened; empty if all is well
 */
public record SoakReport(String counts, List<String> failures) {
    /** Copies the list. */
    public SoakReport {
        failures = List.copyOf(failures);
    }
}
