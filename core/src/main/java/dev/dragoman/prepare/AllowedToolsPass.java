// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.prepare;

import dev.dragoman.model.tool.ToolChoice;
import java.util.HashSet;
import java.util.Set;

/** A choice among some of the tools, where it cannot be said: only those are declared. */
final class AllowedToolsPass implements Pass {
    @Override
    public void apply(Draft draft) {
        if (draft.rules.allowedTools() || !(draft.choice instanceof ToolChoice.Allowed allowed)) {
            return;
        }
        Set<String> names = new HashSet<>();
        allowed.tools().forEach(tool -> names.add(tool.name()));
        draft.tools.removeIf(placed -> {
            boolean removed = !names.contains(placed.tool().name());
            if (removed) {
                draft.emulated(placed.path(), "a choice among some of the tools is made by declaring only those");
            }
            return removed;
        });
        draft.choice = allowed.kind() == ToolChoice.ModeKind.REQUIRED ? ToolChoice.REQUIRED : ToolChoice.AUTO;
        draft.emulated("toolChoice", "a choice among some of the tools is made by declaring only those");
    }
}
