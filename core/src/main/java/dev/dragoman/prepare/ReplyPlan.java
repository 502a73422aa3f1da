// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.prepare;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was disguised in a request and must be undone on its reply. Immutable. {@link ReplyRestorer} follows it.
 *
 * @param toolNames name on the wire to the tool's own name, for tools that were renamed
 * @param customTools names on the wire of free-text tools that were declared as functions with one member {@code input}
 * @param outputTool name on the wire of the tool whose arguments are the answer; {@code null} if there is none
 * @param prefill text of the model's last message, with which the answer begins again; {@code null} if it does not
 */
public record ReplyPlan(
        Map<String, String> toolNames,
        Set<String> customTools,
        @Nullable String outputTool,
        @Nullable String prefill) {
    /** Nothing to undo. */
    public static final ReplyPlan NONE = new ReplyPlan(Map.of(), Set.of(), null, null);

    /** Copies the collections. */
    public ReplyPlan {
        toolNames = Map.copyOf(toolNames);
        customTools = Set.copyOf(customTools);
    }

    /** A plan for a vendor that does not repeat what it continues. */
    public ReplyPlan(Map<String, String> toolNames, Set<String> customTools, @Nullable String outputTool) {
        this(toolNames, customTools, outputTool, null);
    }

    /** Whether there is nothing to undo. */
    public boolean isEmpty() {
        return toolNames.isEmpty() && customTools.isEmpty() && outputTool == null && prefill == null;
    }
}
