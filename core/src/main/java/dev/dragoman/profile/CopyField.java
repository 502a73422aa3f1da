// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

import dev.dragoman.json.RawJson;

/** Says the same at another place, too. */
public final class CopyField extends FieldAction {
    private final FieldPath target;

    /** @param target a path from the top, without arrays */
    public CopyField(FieldPath target) {
        this.target = target;
    }

    @Override
    void outgoing(FieldSite site) {
        RawJson value = site.value();
        ObjectDraft parent = value == null ? null : target.makeParent(site.body());
        if (parent != null && value != null && !parent.has(target.name())) {
            parent.set(target.name(), value);
        }
    }
}
