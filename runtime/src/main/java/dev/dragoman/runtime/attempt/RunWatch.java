// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.attempt;

import dev.dragoman.loss.Loss;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.runtime.routing.Route;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Watches one run. All methods are called on the run's Vert.x context. */
public interface RunWatch {
    /** Looks away. */
    RunWatch NONE = new RunWatch() {};

    /** Whether it wants {@link #told}. Answers that pass through unread are read for it. */
    default boolean isCurious() {
        return false;
    }

    /** An attempt begins. */
    default void begins(Route route) {}

    /** The answer of the attempt under way says something of itself: its model, counts, why it ended. Never its content. */
    default void told(ChatEvent event) {}

    /**
     * An attempt is over, or was not made at all.
     *
     * @param outcome {@code ok}, or what went wrong, of a small number of words
     * @param duration how long it took; zero if it was not made
     */
    default void attempted(Route route, String outcome, Duration duration) {}

    /**
     * The run is over.
     *
     * @param outcome {@code ok}, or what the client was told, of a small number of words
     * @param server who has begun to answer; {@code null} if nobody has
     * @param losses what the client was told to be lost
     */
    default void ended(String outcome, @Nullable Route server, List<Loss> losses) {}
}
