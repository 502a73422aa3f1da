// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.dialect;

import dev.dragoman.model.response.ChatResponse;

/** Canonical to wire, for whole answers. */
@FunctionalInterface
public interface ResponseEncoder {
    /** Writes what a client is answered. Whatever it cannot say goes into {@link EncodeContext#losses()}. */
    byte[] encode(ChatResponse response, EncodeContext context);
}
