// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.attempt;

import java.time.Duration;

/** Is told each attempt, for whoever counts them. Thread-safe. */
@FunctionalInterface
public interface AttemptListener {
    /**
     * An attempt is over.
     *
     * @param provider name of the provider
     * @param outcome {@code ok}, or what went wrong, of a small number of words
     * @param duration how long it took
     */
    void attempted(String provider, String outcome, Duration duration);
}
