// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dragoman.runtime.guard.GuardSettings;
import dev.dragoman.runtime.guard.TargetGuard;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TargetOrderTest {
    private final Target a = target("a", 1);
    private final Target b = target("b", 3);
    private final Target c = target("c", 0);
    private final List<Target> all = List.of(a, b, c);

    private static Target target(String name, int weight) {
        Route route = new Route(new NamedProvider(name, List.of()), "m");
        return new Target(route, new TargetGuard(name, GuardSettings.DEFAULT), weight, null);
    }

    private static String names(List<Target> targets) {
        return String.join(
                "",
                targets.stream().map(target -> target.route().provider().name()).toList());
    }

    private String order(TargetOrder order) {
        return names(order.order(all, target -> 0));
    }

    @Test
    void priority_is_the_order_of_the_configuration() {
        assertThat(order(TargetOrder.PRIORITY)).isEqualTo("abc");
    }

    @Test
    void weights_are_shares_and_none_is_last() {
        Iterator<Double> random = List.of(0.24, 0.9, 0.0, 0.26, 0.9, 0.0).iterator();
        WeightedOrder order = new WeightedOrder(random::next);
        assertThat(order(order)).isEqualTo("abc");
        assertThat(order(order)).isEqualTo("bac");
    }

    @Test
    void round_robin_takes_turns() {
        TargetOrder order = new RoundRobinOrder();
        assertThat(List.of(order(order), order(order), order(order), order(order)))
                .containsExactly("abc", "bca", "cab", "abc");
    }

    @Test
    void the_fastest_is_first_after_the_unknown() {
        TargetOrder order = new LeastLatencyOrder();
        assertThat(order(order)).isEqualTo("abc");
        a.guard().latency().add(Duration.ofMillis(30));
        b.guard().latency().add(Duration.ofMillis(10));
        assertThat(order(order)).isEqualTo("cba");
        c.guard().latency().add(Duration.ofMillis(20));
        assertThat(order(order)).isEqualTo("bca");
    }

    @Test
    void least_loss_is_first_and_ties_keep_their_order() {
        Map<Target, Long> losses = Map.of(a, 1000L, b, 2L, c, 2L);
        assertThat(names(new LeastLossOrder().order(all, losses::get))).isEqualTo("bca");
    }
}
