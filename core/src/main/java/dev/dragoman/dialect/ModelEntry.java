// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.dialect;

import java.util.Objects;

/**
 * A model that clients may ask for.
 *
 * @param id what a client writes as model: {@code provider/model} or an alias
 * @param owner who serves it: the provider's name, or {@code dragoman} for an alias
 * @param created when it became available, Unix time in seconds; the start of this program where that is unknown
 */
public record ModelEntry(String id, String owner, long created) {
    /** Checks that nothing required is missing. */
    public ModelEntry {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(owner, "owner");
    }
}
