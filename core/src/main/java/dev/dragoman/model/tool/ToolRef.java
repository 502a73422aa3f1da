// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model.tool;

import java.util.Objects;

/**
 * Names a tool of the request.
 *
 * @param kind its sort
 * @param name its name
 */
public record ToolRef(ToolKind kind, String name) {
    /** Checks that nothing required is missing. */
    public ToolRef {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
    }

    /** A function. */
    public static ToolRef function(String name) {
        return new ToolRef(ToolKind.FUNCTION, name);
    }
}
