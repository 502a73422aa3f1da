// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model.content;

import dev.dragoman.model.Extensions;
import dev.dragoman.model.tool.ToolKind;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The model's wish that the client calls one of its tools.
 *
 * @param id names the call, so that the result can be given for it; never empty
 * @param kind which sort of tool is called; {@link ToolKind#FUNCTION} or {@link ToolKind#CUSTOM}
 * @param name the tool's name
 * @param arguments what the model wrote: for a function the text of a JSON object, which may be cut off or invalid and is kept
 *     all the same; for a custom tool free text
 * @param signature a proof that the vendor wants back with this call (Gemini {@code thoughtSignature}); {@code null} if none
 * @param cache a caching breakpoint after this part; {@code null} if none
 * @param extensions fields only one dialect knows
 */
public record ToolCall(
        String id,
        ToolKind kind,
        String name,
        String arguments,
        @Nullable Signature signature,
        @Nullable CacheHint cache,
        Extensions extensions)
        implements Part {
    /** @throws IllegalArgumentException if {@code id} is empty */
    public ToolCall {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(arguments, "arguments");
        Objects.requireNonNull(extensions, "extensions");
        if (id.isEmpty()) {
            throw new IllegalArgumentException("a tool call needs an id");
        }
    }

    /** A call of a function. */
    public static ToolCall of(String id, String name, String arguments) {
        return new ToolCall(id, ToolKind.FUNCTION, name, arguments, null, null, Extensions.NONE);
    }

    /** The same call with other arguments. */
    public ToolCall withArguments(String newArguments) {
        return new ToolCall(id, kind, name, newArguments, signature, cache, extensions);
    }

    @Override
    public <R> R accept(Cases<R> cases) {
        return cases.toolCall(this);
    }

    @Override
    public String toString() {
        return "ToolCall[" + kind + " " + name + ", id=" + id + ", " + arguments.length() + " characters]";
    }
}
