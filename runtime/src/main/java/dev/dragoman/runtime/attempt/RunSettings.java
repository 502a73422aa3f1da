// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.attempt;

import java.util.List;

/**
 * What all runs have in common.
 *
 * @param maxAttempts most attempts for one request, at all targets together, at least 1
 * @param listeners are told each run
 */
public record RunSettings(int maxAttempts, List<RunListener> listeners) {
    /** Copies the list. */
    public RunSettings {
        listeners = List.copyOf(listeners);
    }

    /** Nobody listens. */
    public RunSettings(int maxAttempts) {
        this(maxAttempts, List.of());
    }
}
