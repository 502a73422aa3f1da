// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.prepare;

import dev.dragoman.model.tool.Tool;
import java.util.Objects;

/**
 * A tool that remembers where in the source it stood.
 *
 * @param tool the tool
 * @param path its canonical path in the source, or the path of what it was made from
 */
public record PlacedTool(Tool tool, String path) {
    /** Checks that nothing required is missing. */
    public PlacedTool {
        Objects.requireNonNull(tool, "tool");
        Objects.requireNonNull(path, "path");
    }

    PlacedTool with(Tool newTool) {
        return new PlacedTool(newTool, path);
    }
}
