// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.prepare;

import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.tool.FunctionTool;
import dev.dragoman.model.tool.ToolChoice;
import java.util.LinkedHashSet;
import java.util.Set;

/** Declares the tools that the history calls, where a history of calls is refused without declarations. */
final class DeclaredToolsPass implements Pass {
    private static final RawJson ANY_OBJECT = RawJson.parse("{\"type\":\"object\"}");

    @Override
    public void apply(Draft draft) {
        if (!draft.rules.declaredTools() || !draft.tools.isEmpty()) {
            return;
        }
        Set<String> names = new LinkedHashSet<>();
        for (PlacedMessage message : draft.messages) {
            for (PlacedPart placed : message.parts()) {
                if (placed.part() instanceof ToolCall call && names.add(call.name())) {
                    FunctionTool stub = new FunctionTool(call.name(), null, ANY_OBJECT, null, null, Extensions.NONE);
                    draft.tools.add(new PlacedTool(stub, placed.path()));
                }
            }
        }
        if (!names.isEmpty()) {
            draft.emulated("tools", "the tools of the history are declared, but must not be called");
            draft.choice = ToolChoice.NONE;
        }
    }
}
