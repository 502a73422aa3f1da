// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.ToLongFunction;

/** Draws targets by their weights. One without weight is asked when all others have failed. */
final class WeightedOrder implements TargetOrder {
    private final DoubleSupplier random;

    /** @param random numbers from 0 to below 1 */
    WeightedOrder(DoubleSupplier random) {
        this.random = random;
    }

    @Override
    public List<Target> order(List<Target> targets, ToLongFunction<Target> losses) {
        List<Target> left = new ArrayList<>(targets);
        List<Target> order = new ArrayList<>(targets.size());
        while (!left.isEmpty()) {
            order.add(left.remove(draw(left)));
        }
        return order;
    }

    private int draw(List<Target> targets) {
        double point =
                random.getAsDouble() * targets.stream().mapToInt(Target::weight).sum();
        for (int i = 0; i < targets.size(); i++) {
            point -= targets.get(i).weight();
            if (point < 0) {
                return i;
            }
        }
        return 0;
    }
}
