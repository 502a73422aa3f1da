// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model.content;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who made a piece of reasoning.
 *
 * @param vendor id of the adapter it came through, such as {@code anthropic}
 * @param model the model's name at that vendor; {@code null} if unknown
 */
public record Origin(String vendor, @Nullable String model) {
    /** Checks that nothing required is missing. */
    public Origin {
        Objects.requireNonNull(vendor, "vendor");
    }
}
