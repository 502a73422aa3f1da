// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.prepare;

import dev.dragoman.loss.LossKind;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.content.ToolResult;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Gives tool calls ids that the target takes, and their results the same. Where an id may name one call only, later calls of an
 * id that was used before get a number, and a result belongs to the first call of its id that still waits for one.
 */
final class ToolIdsPass implements Pass {
    @Override
    public void apply(Draft draft) {
        if (draft.rules.toolIds().isAny() && !draft.rules.uniqueToolIds()) {
            return;
        }
        Set<String> used = new HashSet<>();
        Map<String, Deque<String>> waiting = new HashMap<>();
        Map<String, String> latest = new HashMap<>();
        draft.eachPart(placed -> {
            if (placed.part() instanceof ToolCall call) {
                String id = fresh(Names.id(call.id(), draft.rules.toolIds()), used, draft.rules);
                latest.put(call.id(), id);
                waiting.computeIfAbsent(call.id(), i -> new ArrayDeque<>()).add(id);
                return renamed(draft, placed, call, id);
            }
            if (placed.part() instanceof ToolResult result) {
                Deque<String> open = waiting.get(result.callId());
                String id = open == null ? null : open.poll();
                if (id == null) {
                    id = latest.get(result.callId());
                }
                return renamed(
                        draft, placed, result, id == null ? Names.id(result.callId(), draft.rules.toolIds()) : id);
            }
            return placed;
        });
    }

    private static String fresh(String id, Set<String> used, TargetRules rules) {
        if (!rules.uniqueToolIds() || used.add(id)) {
            return id;
        }
        for (int i = 2; ; i++) {
            String numbered = Names.id(id + "_" + i, rules.toolIds());
            if (used.add(numbered)) {
                return numbered;
            }
        }
    }

    private static PlacedPart renamed(Draft draft, PlacedPart placed, ToolCall call, String id) {
        if (id.equals(call.id())) {
            return placed;
        }
        draft.note(LossKind.EMULATED, placed.path() + ".id", "ids of calls are written otherwise there");
        return placed.with(new ToolCall(
                id, call.kind(), call.name(), call.arguments(), call.signature(), call.cache(), call.extensions()));
    }

    private static PlacedPart renamed(Draft draft, PlacedPart placed, ToolResult result, String id) {
        if (id.equals(result.callId())) {
            return placed;
        }
        draft.note(LossKind.EMULATED, placed.path() + ".callId", "ids of calls are written otherwise there");
        return placed.with(new ToolResult(
                id, result.name(), result.content(), result.error(), result.cache(), result.extensions()));
    }
}
