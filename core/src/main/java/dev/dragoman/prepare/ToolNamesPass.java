// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.prepare;

import dev.dragoman.loss.LossKind;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.tool.FunctionTool;
import dev.dragoman.model.tool.ToolChoice;
import dev.dragoman.model.tool.ToolRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Renames tools whose names the target refuses: one name on the wire for each tool, restored on the reply. */
final class ToolNamesPass implements Pass {
    @Override
    public void apply(Draft draft) {
        if (draft.rules.toolNames().isAny()) {
            return;
        }
        Map<String, String> wireNames = wireNames(draft);
        if (wireNames.isEmpty()) {
            return;
        }
        draft.tools.replaceAll(placed -> {
            String wire = wireNames.get(placed.tool().name());
            if (wire == null || !(placed.tool() instanceof FunctionTool tool)) {
                return placed;
            }
            report(draft, placed.path() + ".name", wire);
            return placed.with(new FunctionTool(
                    wire, tool.description(), tool.parameters(), tool.strict(), tool.cache(), tool.extensions()));
        });
        draft.eachPart(placed -> {
            if (!(placed.part() instanceof ToolCall call) || !wireNames.containsKey(call.name())) {
                return placed;
            }
            String wire = wireNames.getOrDefault(call.name(), call.name());
            report(draft, placed.path() + ".name", wire);
            return placed.with(new ToolCall(
                    call.id(), call.kind(), wire, call.arguments(), call.signature(), call.cache(), call.extensions()));
        });
        if (draft.choice instanceof ToolChoice.Named named
                && wireNames.containsKey(named.tool().name())) {
            String wire =
                    wireNames.getOrDefault(named.tool().name(), named.tool().name());
            report(draft, "toolChoice", wire);
            draft.choice = new ToolChoice.Named(new ToolRef(named.tool().kind(), wire));
        }
        if (draft.choice instanceof ToolChoice.Allowed allowed
                && allowed.tools().stream().anyMatch(tool -> wireNames.containsKey(tool.name()))) {
            draft.note(LossKind.EMULATED, "toolChoice", "tools are called otherwise there");
            List<ToolRef> tools = new ArrayList<>(allowed.tools());
            tools.replaceAll(tool -> new ToolRef(tool.kind(), wireNames.getOrDefault(tool.name(), tool.name())));
            draft.choice = new ToolChoice.Allowed(allowed.kind(), tools);
        }
        wireNames.forEach((name, wire) -> {
            draft.restoredNames.put(wire, name);
            if (draft.customTools.remove(name)) {
                draft.customTools.add(wire);
            }
            if (name.equals(draft.outputTool)) {
                draft.outputTool = wire;
            }
        });
    }

    private static void report(Draft draft, String path, String wire) {
        draft.note(LossKind.EMULATED, path, "the tool is called '" + wire + "' there; replies get its own name back");
    }

    /** Own name to name on the wire, of those that differ. */
    private static Map<String, String> wireNames(Draft draft) {
        Set<String> names = new LinkedHashSet<>();
        for (PlacedTool placed : draft.tools) {
            if (placed.tool() instanceof FunctionTool) {
                names.add(placed.tool().name());
            }
        }
        for (PlacedMessage message : draft.messages) {
            for (PlacedPart placed : message.parts()) {
                if (placed.part() instanceof ToolCall call) {
                    names.add(call.name());
                }
            }
        }
        NameGrammar grammar = draft.rules.toolNames();
        Set<String> taken = new HashSet<>();
        for (String name : names) {
            if (grammar.accepts(name)) {
                taken.add(name);
            }
        }
        Map<String, String> wireNames = new LinkedHashMap<>();
        for (String name : names) {
            if (!grammar.accepts(name)) {
                String wire = Names.name(name, grammar);
                if (!taken.add(wire)) {
                    wire = Names.distinct(wire, name, grammar);
                    taken.add(wire);
                }
                wireNames.put(name, wire);
            }
        }
        return wireNames;
    }
}
