// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit.model;

/**
 * A valid request or answer that has one field set.
 *
 * @param field which field, such as {@code messages.parts<Image>.detail}
 * @param label which of several values of it
 * @param path where it stands in {@code value}, such as {@code messages[0].parts[0].detail}
 * @param value the request or answer
 * @param <T> which of the two
 */
public record FieldCase<T>(String field, String label, String path, T value) {
    @Override
    public String toString() {
        return field + "=" + label;
    }
}
