// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.dialect;

import dev.dragoman.model.ChatRequest;

/**
 * Tells where the value at a canonical path, such as {@code messages[2].parts[0].detail}, stands in a body of a dialect, such as
 * {@code messages[2].content[0].image_url.detail}. Losses are reported under the second.
 */
@FunctionalInterface
public interface RequestPaths {
    /** Leaves paths as they are. */
    RequestPaths CANONICAL = (request, path) -> path;

    /**
     * The path in the dialect's terms; the canonical one where it has none.
     *
     * @param request the request as this dialect decoded it
     * @param path a canonical path within it
     */
    String locate(ChatRequest request, String path);
}
