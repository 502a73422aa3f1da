// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.prepare;

import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.settings.OutputFormat;
import dev.dragoman.model.tool.ToolChoice;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request that fits its target. What the passes don't touch stands in {@code source}.
 *
 * @param source the request as it was
 * @param messages the conversation: instructions at the front, then turns as the rules want them
 * @param tools what the model may call
 * @param toolChoice how it may choose; {@code null} for the vendor's default
 * @param outputFormat what the text must look like; {@code null} if nothing is asked or it was asked for by other means
 * @param plan what must be undone on the reply
 * @param passes names of the passes that changed something, in order
 */
public record PreparedRequest(
        ChatRequest source,
        List<PlacedMessage> messages,
        List<PlacedTool> tools,
        @Nullable ToolChoice toolChoice,
        @Nullable OutputFormat outputFormat,
        ReplyPlan plan,
        List<String> passes) {
    /** Copies the lists. */
    public PreparedRequest {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(plan, "plan");
        messages = List.copyOf(messages);
        tools = List.copyOf(tools);
        passes = List.copyOf(passes);
    }
}
