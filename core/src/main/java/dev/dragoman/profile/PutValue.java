// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

import dev.dragoman.json.RawJson;
import dev.dragoman.loss.LossKind;
import java.util.Objects;

/** Writes a fixed value: always, or where the field is absent. */
public final class PutValue extends FieldAction {
    private final RawJson value;
    private final boolean always;
    private final boolean silently;

    /**
     * @param always whether it replaces what is there
     * @param silently whether it is a matter of the vendor's wire format alone, so that nobody needs a report where nothing was
     *     said before
     */
    public PutValue(RawJson value, boolean always, boolean silently) {
        this.value = value;
        this.always = always;
        this.silently = silently;
    }

    @Override
    void outgoing(FieldSite site) {
        RawJson before = site.value();
        if (Objects.equals(value, before) || (before != null && !always)) {
            return;
        }
        site.set(value);
        if (!silently || before != null) {
            String word = JsonWords.word(value);
            site.lost(
                    before == null ? LossKind.DEFAULTED : LossKind.APPROXIMATED,
                    "the vendor demands " + (word == null ? "a value of its own" : word));
        }
    }

    @Override
    void incoming(FieldSite site) {
        if (silently && Objects.equals(value, site.value())) {
            site.remove();
        }
    }
}
