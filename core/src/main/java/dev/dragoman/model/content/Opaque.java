// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model.content;

import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import java.util.Objects;

/**
 * A piece that only one dialect understands: server tool blocks, code execution, part types newer than this library. It goes
 * back to its own dialect byte for byte and is reported as lost towards any other.
 *
 * @param dialect id of the dialect it was read from
 * @param type what the dialect calls it
 * @param json the whole piece
 */
public record Opaque(String dialect, String type, RawJson json) implements Part {
    /** Checks that nothing required is missing. */
    public Opaque {
        Objects.requireNonNull(dialect, "dialect");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(json, "json");
    }

    @Override
    public Extensions extensions() {
        return Extensions.NONE;
    }

    @Override
    public <R> R accept(Cases<R> cases) {
        return cases.opaque(this);
    }

    @Override
    public String toString() {
        return "Opaque[" + dialect + " " + type + "]";
    }
}
