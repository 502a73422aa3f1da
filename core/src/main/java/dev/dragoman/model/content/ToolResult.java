// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model.content;

import dev.dragoman.model.Extensions;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a tool returned.
 *
 * @param callId id of the call it answers; never empty
 * @param name name of the tool, where the dialect repeats it (Gemini, Ollama, Mistral); {@code null} if not said
 * @param content what came back: text and media, in some dialects other parts; may be empty. No calls and no results
 * @param error whether the tool failed; {@code null} where the dialect cannot say
 * @param cache a caching breakpoint after this part; {@code null} if none
 * @param extensions fields only one dialect knows
 */
public record ToolResult(
        String callId,
        @Nullable String name,
        List<Part> content,
        @Nullable Boolean error,
        @Nullable CacheHint cache,
        Extensions extensions)
        implements Part {
    /** @throws IllegalArgumentException if {@code callId} is empty or {@code content} holds calls or results */
    public ToolResult {
        Objects.requireNonNull(callId, "callId");
        Objects.requireNonNull(extensions, "extensions");
        content = List.copyOf(content);
        if (callId.isEmpty()) {
            throw new IllegalArgumentException("a tool result needs the id of its call");
        }
        for (Part part : content) {
            if (part instanceof ToolCall || part instanceof ToolResult) {
                throw new IllegalArgumentException("a tool result holds no tool calls or results");
            }
        }
    }

    /** A result of one text. */
    public static ToolResult of(String callId, String text) {
        return new ToolResult(callId, null, List.of(Text.of(text)), null, null, Extensions.NONE);
    }

    @Override
    public <R> R accept(Cases<R> cases) {
        return cases.toolResult(this);
    }
}
