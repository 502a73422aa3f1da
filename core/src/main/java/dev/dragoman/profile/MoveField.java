// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

import dev.dragoman.json.RawJson;
import java.util.Objects;

/** Puts the field elsewhere: under another name in its object, or at a path from the top. */
public final class MoveField extends FieldAction {
    private final FieldPath target;
    private final boolean beside;

    /** @param beside whether the target is a name in the same object */
    public MoveField(FieldPath target, boolean beside) {
        this.target = target;
        this.beside = beside;
    }

    FieldPath target() {
        return target;
    }

    @Override
    void outgoing(FieldSite site) {
        if (!site.isPresent()) {
            return;
        }
        if (beside) {
            site.parent().rename(site.name(), target.name());
            return;
        }
        RawJson value = site.parent().get(site.name());
        ObjectDraft parent = target.makeParent(site.body());
        if (parent != null && value != null) {
            parent.set(target.name(), value);
            site.remove();
        }
    }

    @Override
    void incoming(FieldSite site) {
        if (site.isPresent()) {
            return;
        }
        if (beside) {
            if (site.parent().has(target.name())) {
                site.parent().rename(target.name(), site.name());
                if (site.parent() == site.body()) {
                    site.run().foreignName(site.name(), target.name());
                }
            }
            return;
        }
        RawJson[] found = {null};
        target.visit(site.body(), (parent, name, path) -> found[0] = parent.get(name));
        if (found[0] != null) {
            target.prune(site.body());
            site.set(Objects.requireNonNull(found[0]));
        }
    }
}
