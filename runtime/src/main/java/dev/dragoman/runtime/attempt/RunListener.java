// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.attempt;

/** Is told of each run, for whoever counts or traces them. Thread-safe. */
@FunctionalInterface
public interface RunListener {
    /**
     * A request is about to be put to whoever may answer it. Called on the run's Vert.x context.
     *
     * @param client id of the dialect that it was asked in; {@code dragoman} for the Java API
     * @param model what was asked for, as the client wrote it
     * @return is told how it goes
     */
    RunWatch begins(String client, String model);
}
