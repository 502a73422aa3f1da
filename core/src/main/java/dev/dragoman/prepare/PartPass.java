// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.prepare;

import dev.dragoman.model.content.Part;
import java.util.ArrayList;
import java.util.List;

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
        draft.messages.replaceAll(message -> {
            List<PlacedPart> fitted = new ArrayList<>(message.parts().size());
            boolean same = true;
            for (PlacedPart placed : message.parts()) {
                Part part = fitter.fit(placed.part(), message.role(), placed.path(), draft.losses);
                same &= part == placed.part();
                if (part != null) {
                    fitted.add(placed.with(part));
                }
            }
            return same ? message : message.withParts(fitted);
        });
    }
}
