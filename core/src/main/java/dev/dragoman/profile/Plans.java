// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

import dev.dragoman.prepare.ReplyPlan;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Puts what two steps disguised one after the other into one plan. */
final class Plans {
    private Plans() {}

    /**
     * One plan of two.
     *
     * @param last what the later step did
     * @param first what the earlier step did
     */
    static ReplyPlan join(ReplyPlan last, ReplyPlan first) {
        if (first.isEmpty()) {
            return last;
        }
        if (last.isEmpty()) {
            return first;
        }
        Map<String, String> onWire = new HashMap<>();
        last.toolNames().forEach((wire, name) -> onWire.put(name, wire));
        Map<String, String> names = new HashMap<>(last.toolNames());
        first.toolNames().forEach((name, original) -> names.put(onWire.getOrDefault(name, name), original));
        Set<String> custom = new HashSet<>(last.customTools());
        first.customTools().forEach(name -> custom.add(onWire.getOrDefault(name, name)));
        String output = first.outputTool();
        return new ReplyPlan(
                names,
                custom,
                output == null ? last.outputTool() : onWire.getOrDefault(output, output),
                first.prefill() != null ? first.prefill() : last.prefill());
    }
}
