// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.prepare;

import dev.dragoman.loss.Losses;
import dev.dragoman.model.Role;
import dev.dragoman.model.content.Part;
import org.jspecify.annotations.Nullable;

/** Fits a single part to what a dialect can say of it. */
@FunctionalInterface
public interface PartFitter {
    /** Leaves every part as it is. */
    PartFitter NONE = (part, role, path, losses) -> part;

    /**
     * The part as the dialect can say it exactly; {@code null} if it cannot say it at all. Whatever is left out, of what stands
     * inside of a tool result too, is reported here.
     *
     * @param role whose message it stands in
     * @param path its path in the source
     */
    @Nullable Part fit(Part part, Role role, String path, Losses losses);
}
