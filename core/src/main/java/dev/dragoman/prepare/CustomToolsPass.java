// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.prepare;

import dev.dragoman.json.RawJson;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.tool.CustomTool;
import dev.dragoman.model.tool.FunctionTool;
import dev.dragoman.model.tool.Grammar;
import dev.dragoman.model.tool.ToolChoice;
import dev.dragoman.model.tool.ToolKind;
import dev.dragoman.model.tool.ToolRef;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Free-text tools as functions whose arguments are {@code {"input": text}}, where there are functions only. */
final class CustomToolsPass implements Pass {
    /** The one member of the arguments. */
    static final String INPUT = "input";

    private static final RawJson SCHEMA = RawJson.parse(
            "{\"type\":\"object\",\"properties\":{\"input\":{\"type\":\"string\"}},\"required\":[\"input\"],"
                    + "\"additionalProperties\":false}");
    private static final String REASON = "a free-text tool is a function with one member 'input'";

    @Override
    public void apply(Draft draft) {
        if (draft.rules.customTools()) {
            return;
        }
        draft.tools.replaceAll(placed -> {
            if (!(placed.tool() instanceof CustomTool tool)) {
                return placed;
            }
            draft.customTools.add(tool.name());
            draft.emulated(placed.path(), REASON);
            return placed.with(new FunctionTool(tool.name(), description(tool), SCHEMA, null, null, tool.extensions()));
        });
        draft.eachPart(placed -> {
            if (!(placed.part() instanceof ToolCall call) || call.kind() != ToolKind.CUSTOM) {
                return placed;
            }
            draft.emulated(placed.path(), REASON);
            return placed.with(new ToolCall(
                    call.id(),
                    ToolKind.FUNCTION,
                    call.name(),
                    "{\"" + INPUT + "\":" + RawJson.string(call.arguments()) + "}",
                    call.signature(),
                    call.cache(),
                    call.extensions()));
        });
        if (draft.choice instanceof ToolChoice.Named named && named.tool().kind() == ToolKind.CUSTOM) {
            draft.emulated("toolChoice", REASON);
            draft.choice = new ToolChoice.Named(ToolRef.function(named.tool().name()));
        }
        if (draft.choice instanceof ToolChoice.Allowed allowed
                && allowed.tools().stream().anyMatch(tool -> tool.kind() == ToolKind.CUSTOM)) {
            draft.emulated("toolChoice", REASON);
            List<ToolRef> tools = new ArrayList<>(allowed.tools());
            tools.replaceAll(tool -> ToolRef.function(tool.name()));
            draft.choice = new ToolChoice.Allowed(allowed.kind(), tools);
        }
    }

    private static @Nullable String description(CustomTool tool) {
        Grammar grammar = tool.grammar();
        if (grammar == null) {
            return tool.description();
        }
        String rule = "The input must match this " + grammar.syntax() + " grammar:\n" + grammar.definition();
        return tool.description() == null ? rule : tool.description() + "\n" + rule;
    }
}
