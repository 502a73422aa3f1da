// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

/** Refuses the request. */
public final class RefuseField extends FieldAction {
    @Override
    void outgoing(FieldSite site) {
        if (site.value() != null) {
            throw site.refused("the vendor does not take it");
        }
    }
}
