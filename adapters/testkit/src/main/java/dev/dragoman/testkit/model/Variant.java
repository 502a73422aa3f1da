// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit.model;

import org.jspecify.annotations.Nullable;

/**
 * A value of some slot in which one thing is set.
 *
 * @param field which field, from the slot on, such as {@code <Image>.detail}; empty for the slot itself
 * @param path where it stands, from the slot on, such as {@code [0].detail}; empty for the slot itself
 * @param label which of several values
 * @param value the value of the slot
 */
record Variant(
        String field, String path, String label, @Nullable Object value) {
    /** Seen from further out. */
    Variant inside(String outerField, String outerPath, @Nullable Object outerValue) {
        return new Variant(outerField + field, outerPath + path, label, outerValue);
    }
}
