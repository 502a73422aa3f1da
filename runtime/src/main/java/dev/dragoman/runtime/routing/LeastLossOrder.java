// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/** Begins with the target that can say most of the request; among equals the one configured first. */
final class LeastLossOrder implements TargetOrder {
    @Override
    public List<Target> order(List<Target> targets, ToLongFunction<Target> losses) {
        record Judged(Target target, long loss) {}
        List<Judged> judged = new ArrayList<>(targets.size());
        targets.forEach(target -> judged.add(new Judged(target, losses.applyAsLong(target))));
        judged.sort(Comparator.comparingLong(Judged::loss));
        return judged.stream().map(Judged::target).toList();
    }
}
