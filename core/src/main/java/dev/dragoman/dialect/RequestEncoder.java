// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.dialect;

import dev.dragoman.model.ChatRequest;

/** Canonical to wire, for requests. */
@FunctionalInterface
public interface RequestEncoder {
    /**
     * Writes what a vendor is sent. Whatever it cannot say goes into {@link EncodeContext#losses()}.
     *
     * @throws dev.dragoman.model.error.ChatException of kind {@code INVALID_REQUEST} if there is nothing sensible to send
     */
    EncodedRequest encode(ChatRequest request, EncodeContext context);
}
