// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

import dev.dragoman.loss.LossKind;

/** Joins the texts of an array of parts to one string, where there is nothing but texts. */
public final class JoinTexts extends FieldAction {
    @Override
    void outgoing(FieldSite site) {
        ArrayDraft parts = site.parent().array(site.name());
        if (parts == null) {
            return;
        }
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            ObjectDraft part = parts.object(i);
            String text = part == null
                            || !JsonWords.is(part.get("type"), "text")
                            || part.names().size() > 2
                    ? null
                    : JsonWords.word(part.get("text"));
            if (text == null) {
                return;
            }
            joined.append(text);
        }
        site.set(JsonWords.string(joined.toString()));
        if (parts.size() != 1) {
            site.lost(LossKind.MOVED, "the vendor takes one text");
        }
    }
}
