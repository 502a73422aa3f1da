// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.dialect;

import dev.dragoman.model.error.ChatError;
import java.util.Map;

/** Errors of a dialect, in both directions. */
public interface ErrorCodec {
    /**
     * Reads a vendor's error. Takes any body, JSON or not, empty too.
     *
     * @param status the HTTP status
     * @param headers the response's headers, names in lower case
     * @param body the response's body
     */
    ChatError decode(int status, Map<String, String> headers, byte[] body);

    /** Writes an error for a client: the dialect's own status, headers and body. */
    EncodedError encode(ChatError error);
}
