// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.dialect;

import dev.dragoman.model.response.ChatResponse;

/** Wire to canonical, for whole answers. */
@FunctionalInterface
public interface ResponseDecoder {
    /**
     * Reads what a vendor answered. Lenient: what it does not know is kept as an extension.
     *
     * @throws dev.dragoman.model.error.ChatException of kind {@code UPSTREAM} if the body is not an answer of this dialect, or
     *     of another kind if it is an error in spite of its status
     */
    ChatResponse decode(byte[] body, ReplySource source);
}
