// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

/** Leaves the field out without a report: what it says is said elsewhere, or was our own addition. */
public final class OmitField extends FieldAction {
    @Override
    void outgoing(FieldSite site) {
        site.remove();
    }
}
