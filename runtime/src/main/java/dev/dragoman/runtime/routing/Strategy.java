// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.routing;

import java.util.concurrent.ThreadLocalRandom;

/** How a pool chooses, as configuration says it. */
public enum Strategy {
    /** In the order of the configuration: the first is asked as long as it answers. */
    PRIORITY,
    /** By weights, at random. */
    WEIGHTED,
    /** In turn. */
    ROUND_ROBIN,
    /** Who begins to answer soonest. */
    LEAST_LATENCY,
    /** Who can say most of the request. */
    LEAST_LOSS;

    /** The order of one pool. */
    public TargetOrder order() {
        return switch (this) {
            case PRIORITY -> TargetOrder.PRIORITY;
            case WEIGHTED -> new WeightedOrder(() -> ThreadLocalRandom.current().nextDouble());
            case ROUND_ROBIN -> new RoundRobinOrder();
            case LEAST_LATENCY -> new LeastLatencyOrder();
            case LEAST_LOSS -> new LeastLossOrder();
        };
    }
}
