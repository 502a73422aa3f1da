// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.prepare;

import dev.dragoman.model.content.Part;

/** Lets the dialect fit each part, and drops those it cannot say. */
final class PartPass implements Pass {
    private final PartFitter fitter;

    PartPass(PartFitter fitter) {
        this.fitter = fitter;
    }

    @Override
    public void apply(Draft draft) {
        if (fitter == PartFitter.NONE) {
            return;
        }
        draft.messages.replaceAll(message -> message.withEachPart(placed -> {
            Part part = fitter.fit(placed.part(), message.role(), placed.path(), draft.losses);
            return part == null ? null : placed.with(part);
        }));
    }
}
