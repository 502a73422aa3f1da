// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

/**
 * The dialect's codecs do without the field: they say otherwise what it says, such as several answers by several requests, or
 * report it. What a body that passes through says there is for the vendor to answer.
 */
public final class AvoidField extends FieldAction {
    @Override
    void outgoing(FieldSite site) {}
}
