// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToLongFunction;

/** Begins with the next target each time. */
final class RoundRobinOrder implements TargetOrder {
    private final AtomicInteger turn = new AtomicInteger();

    @Override
    public List<Target> order(List<Target> targets, ToLongFunction<Target> losses) {
        int first = Math.floorMod(turn.getAndIncrement(), targets.size());
        List<Target> order = new ArrayList<>(targets.subList(first, targets.size()));
        order.addAll(targets.subList(0, first));
        return order;
    }
}
