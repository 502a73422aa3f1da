// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.provider;

import dev.dragoman.model.response.ChatResponse;
import io.vertx.core.buffer.Buffer;

/** A whole answer of a provider. */
public interface Answer {
    /**
     * The body as the vendor sent it, known to be a complete answer and no error.
     *
     * @throws dev.dragoman.model.error.ChatException if it is something else
     * @throws UnsupportedOperationException if the call was not one that passes through
     */
    Buffer body();

    /**
     * The answer in canonical form.
     *
     * @throws dev.dragoman.model.error.ChatException if the vendor's body is not an answer
     */
    ChatResponse decode();
}
