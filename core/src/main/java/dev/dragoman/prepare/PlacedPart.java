// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.prepare;

import dev.dragoman.model.content.Part;
import java.util.Objects;

/**
 * A part that remembers where in the source it stood, so that losses name it there.
 *
 * @param part the part
 * @param path its canonical path in the source, or the path of what it was made from
 * @param original the part before passes changed it, whose pieces have the source's own numbers
 */
public record PlacedPart(Part part, String path, Part original) {
    /** Checks that nothing required is missing. */
    public PlacedPart {
        Objects.requireNonNull(part, "part");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(original, "original");
    }

    /** A part that nothing has changed so far. */
    public PlacedPart(Part part, String path) {
        this(part, path, part);
    }

    PlacedPart with(Part newPart) {
        return newPart == part ? this : new PlacedPart(newPart, path, original);
    }
}
