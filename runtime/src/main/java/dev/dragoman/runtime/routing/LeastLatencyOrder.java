// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/** Begins with the target that has begun its answers soonest; those of which nothing is known come first, to become known. */
final class LeastLatencyOrder implements TargetOrder {
    @Override
    public List<Target> order(List<Target> targets, ToLongFunction<Target> losses) {
        record Timed(Target target, double time) {}
        List<Timed> timed = new ArrayList<>(targets.size());
        targets.forEach(
                target -> timed.add(new Timed(target, target.guard().latency().average())));
        timed.sort(Comparator.comparingDouble(Timed::time));
        return timed.stream().map(Timed::target).toList();
    }
}
