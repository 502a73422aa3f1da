// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

import dev.dragoman.json.RawJson;

/** Writes a single value as an array of one. */
public final class WrapValue extends FieldAction {
    @Override
    void outgoing(FieldSite site) {
        RawJson value = site.value();
        if (value != null && !value.isArray()) {
            site.set(RawJson.parse("[" + value + "]"));
        }
    }
}
