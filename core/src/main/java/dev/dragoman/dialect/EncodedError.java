// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.dialect;

import java.util.Map;
import java.util.Objects;

/**
 * An error as a client is told it.
 *
 * @param status HTTP status, 400 to 599
 * @param headers headers of the dialect, such as {@code retry-after}
 * @param body JSON body in UTF-8
 */
public record EncodedError(int status, Map<String, String> headers, byte[] body) {
    /** Copies the map. */
    public EncodedError {
        Objects.requireNonNull(body, "body");
        headers = Map.copyOf(headers);
    }
}
