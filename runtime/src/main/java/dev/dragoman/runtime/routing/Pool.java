// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.routing;

import java.util.List;
import java.util.Objects;

/**
 * Those who may serve a model.
 *
 * @param name the alias, or the model's name as the client wrote it
 * @param targets at least one, in the order of the configuration
 * @param order in which order they are asked
 * @param shopsFilters whether what one of them refuses because of its content is put to the next
 */
public record Pool(String name, List<Target> targets, TargetOrder order, boolean shopsFilters) {
    /** @throws IllegalArgumentException if there is no target */
    public Pool {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(order, "order");
        targets = List.copyOf(targets);
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("a pool needs a target");
        }
    }

    /** A pool of one. */
    public static Pool of(String name, Target target) {
        return new Pool(name, List.of(target), TargetOrder.PRIORITY, false);
    }

    /** The first of the configuration. */
    public Target first() {
        return targets.get(0);
    }
}
