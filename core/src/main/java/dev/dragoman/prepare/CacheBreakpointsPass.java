// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.prepare;

import dev.dragoman.loss.LossKind;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.ToolResult;
import dev.dragoman.model.tool.FunctionTool;
import java.util.ArrayList;
import java.util.List;

/** Drops the earliest caching breakpoints in excess. Tools come before messages, as in the prompt. */
final class CacheBreakpointsPass implements Pass {
    @Override
    public void apply(Draft draft) {
        int most = draft.rules.cacheBreakpoints();
        if (most == Integer.MAX_VALUE) {
            return;
        }
        int[] excess = {count(draft) - most};
        if (excess[0] <= 0) {
            return;
        }
        draft.tools.replaceAll(placed -> {
            if (excess[0] <= 0 || !(placed.tool() instanceof FunctionTool tool) || tool.cache() == null) {
                return placed;
            }
            excess[0]--;
            report(draft, placed.path() + ".cache");
            return placed.with(new FunctionTool(
                    tool.name(), tool.description(), tool.parameters(), tool.strict(), null, tool.extensions()));
        });
        draft.eachPart(placed -> {
            PlacedPart left = placed;
            if (left.part() instanceof ToolResult result && excess[0] > 0) {
                left = left.with(inside(draft, result, placed.path(), excess));
            }
            if (excess[0] > 0 && CacheHints.of(left.part()) != null) {
                excess[0]--;
                report(draft, placed.path() + ".cache");
                left = left.with(CacheHints.with(left.part(), null));
            }
            return left;
        });
    }

    private static ToolResult inside(Draft draft, ToolResult result, String path, int[] excess) {
        List<Part> content = new ArrayList<>(result.content());
        for (int i = 0; i < content.size(); i++) {
            if (excess[0] > 0 && CacheHints.of(content.get(i)) != null) {
                excess[0]--;
                report(draft, path + ".content");
                content.set(i, CacheHints.with(content.get(i), null));
            }
        }
        return new ToolResult(
                result.callId(), result.name(), content, result.error(), result.cache(), result.extensions());
    }

    private static void report(Draft draft, String path) {
        draft.note(
                LossKind.DROPPED,
                path,
                "a request has at most " + draft.rules.cacheBreakpoints() + " caching breakpoints there");
    }

    private static int count(Draft draft) {
        int count = 0;
        for (PlacedTool placed : draft.tools) {
            count += placed.tool() instanceof FunctionTool tool && tool.cache() != null ? 1 : 0;
        }
        for (PlacedMessage message : draft.messages) {
            for (PlacedPart placed : message.parts()) {
                count += CacheHints.of(placed.part()) != null ? 1 : 0;
                if (placed.part() instanceof ToolResult result) {
                    for (Part part : result.content()) {
                        count += CacheHints.of(part) != null ? 1 : 0;
                    }
                }
            }
        }
        return count;
    }
}
