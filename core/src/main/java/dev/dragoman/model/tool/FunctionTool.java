// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model.tool;

import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.CacheHint;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A function that the client runs.
 *
 * @param name letters, digits, underscores and hyphens, at most 64, at most vendors; Gemini and Anthropic take more
 * @param description when and how to call it; {@code null} if none
 * @param parameters JSON Schema of its arguments, an object; {@code null} for a function without arguments
 * @param strict whether the arguments must fit the schema exactly; {@code null} for the vendor's default
 * @param cache a caching breakpoint after this tool; {@code null} if none
 * @param extensions fields only one dialect knows, such as Anthropic's {@code input_examples}
 */
public record FunctionTool(
        String name,
        @Nullable String description,
        @Nullable RawJson parameters,
        @Nullable Boolean strict,
        @Nullable CacheHint cache,
        Extensions extensions)
        implements Tool {
    /** Checks that nothing required is missing. */
    public FunctionTool {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(extensions, "extensions");
    }

    /**
     * A function.
     *
     * @param parameters text of a JSON Schema
     * @throws IllegalArgumentException if {@code parameters} is not JSON
     */
    public static FunctionTool of(String name, @Nullable String description, String parameters) {
        return new FunctionTool(name, description, RawJson.parse(parameters), null, null, Extensions.NONE);
    }

    @Override
    public <R> R accept(Cases<R> cases) {
        return cases.function(this);
    }

    /** A name only: what users write stays out of logs. */
    @Override
    public String toString() {
        return "FunctionTool[name=" + name + ", strict=" + strict + "]";
    }
}
