// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model.content;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A proof attached to a part that its issuer wants back unchanged at the same place.
 *
 * @param value opaque text
 * @param origin who issued it; {@code null} if unknown
 */
public record Signature(String value, @Nullable Origin origin) {
    /** Checks that nothing required is missing. */
    public Signature {
        Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return "Signature[" + value.length() + " characters, origin=" + origin + "]";
    }
}
