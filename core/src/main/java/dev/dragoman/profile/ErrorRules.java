// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

import dev.dragoman.json.RawJson;
import dev.dragoman.model.error.ErrorKind;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How an error looks, as one example that serves both ways: {@code "{message}"}, {@code "{code}"}, {@code "{param}"} and
 * {@code "{status}"} stand for the error's own values. A member whose value is missing is left out; an element of an array that
 * lacks a value is left out whole.
 *
 * @param body the example, an object
 * @param codes the vendor's words for kinds of errors, the usual one first
 * @param readOnly whether clients of the profile get errors in the dialect's own shape
 */
public record ErrorRules(RawJson body, Map<ErrorKind, List<String>> codes, boolean readOnly) {
    /** @throws IllegalArgumentException if the example is no object */
    public ErrorRules {
        Objects.requireNonNull(body, "body");
        if (!body.isObject()) {
            throw new IllegalArgumentException("the example of an error is an object");
        }
        codes = codes.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(codes));
    }
}
