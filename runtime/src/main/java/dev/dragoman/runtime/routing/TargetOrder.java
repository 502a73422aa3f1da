// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.routing;

import java.util.List;
import java.util.function.ToLongFunction;

/** In which order the targets of a pool are asked. Thread-safe. */
@FunctionalInterface
public interface TargetOrder {
    /** As configured. */
    TargetOrder PRIORITY = (targets, losses) -> targets;

    /**
     * Puts them in order.
     *
     * @param targets two or more, in the order of the configuration
     * @param losses tells how much of the request a target cannot say; each look costs an encoding
     */
    List<Target> order(List<Target> targets, ToLongFunction<Target> losses);
}
