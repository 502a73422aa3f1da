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

    /** Whether a part is of a kind that carries a signature; reasoning has a seal of its own. */
    public static boolean fits(Part part) {
        return part instanceof Text || part instanceof ToolCall;
    }

    /** The part with this signature; the part itself where its kind carries none. */
    public Part on(Part part) {
        if (part instanceof Text text) {
            return new Text(text.text(), text.citations(), this, text.cache(), text.extensions());
        } else if (part instanceof ToolCall call) {
            return new ToolCall(
                    call.id(), call.kind(), call.name(), call.arguments(), this, call.cache(), call.extensions());
        }
        return part;
    }

    @Override
    public String toString() {
        return "Signature[" + value.length() + " characters, origin=" + origin + "]";
    }
}
