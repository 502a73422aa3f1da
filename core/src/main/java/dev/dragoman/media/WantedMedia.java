// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.media;

import java.util.Objects;
import java.util.Set;

/**
 * A medium at an address that its target takes as content only.
 *
 * @param path canonical path of its source, such as {@code messages[0].parts[1].source}
 * @param kind what it is
 * @param url where it is
 * @param types media types that the target takes, at least one
 */
public record WantedMedia(String path, MediaKind kind, String url, Set<String> types) {
    /** Copies the set. */
    public WantedMedia {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(url, "url");
        types = Set.copyOf(types);
    }

    /** Addresses may hold what is secret. */
    @Override
    public String toString() {
        return "WantedMedia[" + path + ", " + kind + "]";
    }
}
