// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

import dev.dragoman.loss.LossKind;

/** Keeps so many elements of an array, or so many characters of a text. */
public final class LimitLength extends FieldAction {
    private final int most;
    private final boolean characters;

    /**
     * @param most largest number
     * @param characters whether characters of a text are counted instead of elements
     */
    public LimitLength(int most, boolean characters) {
        this.most = most;
        this.characters = characters;
    }

    @Override
    void outgoing(FieldSite site) {
        if (characters) {
            String text = JsonWords.word(site.value());
            if (text != null && text.codePointCount(0, text.length()) > most) {
                site.set(JsonWords.string(text.substring(0, text.offsetByCodePoints(0, most))));
                site.lost(LossKind.CLAMPED, "the vendor takes " + most + " characters at most");
            }
            return;
        }
        ArrayDraft array = site.parent().array(site.name());
        if (array != null && array.size() > most) {
            array.truncate(most);
            site.lost(LossKind.CLAMPED, "the vendor takes " + most + " at most");
        }
    }
}
