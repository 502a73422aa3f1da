// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

import dev.dragoman.json.RawJson;
import dev.dragoman.loss.LossKind;
import org.jspecify.annotations.Nullable;

/** Leaves the field out and reports it. */
public final class DropField extends FieldAction {
    private final @Nullable RawJson assumed;

    /** Nothing takes its place. */
    public DropField() {
        this(null);
    }

    /** @param assumed what clients of the profile mean who leave it out, where the dialect demands it */
    public DropField(@Nullable RawJson assumed) {
        this.assumed = assumed;
    }

    @Override
    void outgoing(FieldSite site) {
        if (site.isPresent()) {
            site.remove();
            site.lost(LossKind.DROPPED, "the vendor does not take it");
        }
    }

    @Override
    void incoming(FieldSite site) {
        if (assumed != null && !site.isPresent()) {
            site.set(assumed);
        }
    }
}
