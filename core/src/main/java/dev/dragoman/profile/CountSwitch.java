// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

import dev.dragoman.json.RawJson;
import dev.dragoman.loss.LossKind;

/**
 * Says a switch and the number that belongs to it by one number in the place of the switch: 0 for off, 1 and more for on. The
 * vendor does not tell none from one.
 */
public final class CountSwitch extends FieldAction {
    private final FieldPath count;

    /** @param count where the dialect has the number, a name in the same object */
    public CountSwitch(FieldPath count) {
        this.count = count;
    }

    @Override
    void outgoing(FieldSite site) {
        if (JsonWords.number(site.value()) != null) {
            return; // the vendor's own word already
        }
        Long number = JsonWords.integer(site.parent().get(count.name()));
        boolean off = !JsonWords.is(site.value(), "true");
        if (number != null) {
            site.parent().remove(count.name());
            if (off || number < 2) {
                site.run().lost(LossKind.APPROXIMATED, count.toString(), "the vendor counts from one where it is on");
            }
        }
        if (site.value() != null) {
            site.set(RawJson.number(off ? 0 : number == null ? 1 : Math.max(1, number)));
        }
    }

    @Override
    void incoming(FieldSite site) {
        Long number = JsonWords.integer(site.value());
        if (number == null) {
            return;
        }
        site.set(RawJson.bool(number > 0));
        if (number > 1 && !site.parent().has(count.name())) {
            site.parent().set(count.name(), RawJson.number(number));
        }
    }
}
