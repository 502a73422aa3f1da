// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model.tool;

import dev.dragoman.model.Extensions;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A tool of the client that takes free text (OpenAI custom tools).
 *
 * @param name letters, digits, underscores and hyphens, at most 64
 * @param description when and how to call it; {@code null} if none
 * @param grammar what its input must look like; {@code null} for any text
 * @param extensions fields only one dialect knows
 */
public record CustomTool(
        String name, @Nullable String description, @Nullable Grammar grammar, Extensions extensions) implements Tool {
    /** Checks that nothing required is missing. */
    public CustomTool {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(extensions, "extensions");
    }

    @Override
    public <R> R accept(Cases<R> cases) {
        return cases.custom(this);
    }

    /** A name only: what users write stays out of logs. */
    @Override
    public String toString() {
        return "CustomTool[name=" + name + "]";
    }
}
