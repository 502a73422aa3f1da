// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.routing;

import dev.dragoman.runtime.guard.TargetGuard;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One of those who may serve a model.
 *
 * @param route who it is
 * @param guard what guards it
 * @param weight its share among weighted targets, at least 0
 * @param contextWindow how many tokens fit into it; {@code null} if unknown
 */
public record Target(
        Route route,
        TargetGuard guard,
        int weight,
        @Nullable Long contextWindow) {
    /** Checks that nothing required is missing. */
    public Target {
        Objects.requireNonNull(route, "route");
        Objects.requireNonNull(guard, "guard");
    }

    /** A target of which nothing is configured. */
    public Target(Route route, TargetGuard guard) {
        this(route, guard, 1, null);
    }

    /** As users write it: {@code provider/model}. */
    public String name() {
        return route.name();
    }

    /** Whether more fits into it than into another, as far as that is known. */
    public boolean isLargerThan(Target other) {
        return contextWindow != null && other.contextWindow != null && contextWindow > other.contextWindow;
    }
}
