// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

import dev.dragoman.loss.LossKind;

/** Brings a number into a range. */
public final class ClampNumber extends FieldAction {
    private final Range range;
    private final boolean refuses;

    /** @param refuses whether a number outside is refused instead */
    public ClampNumber(Range range, boolean refuses) {
        this.range = range;
        this.refuses = refuses;
    }

    @Override
    void outgoing(FieldSite site) {
        Double number = JsonWords.number(site.value());
        if (number == null || range.contains(number)) {
            return;
        }
        if (refuses) {
            throw site.refused("it must be within " + range);
        }
        double nearest = range.nearest(number);
        site.set(JsonWords.of(nearest));
        site.lost(LossKind.CLAMPED, "brought into the range " + range);
    }

    @Override
    void incoming(FieldSite site) {
        outgoing(site);
    }
}
