// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.provider;

import dev.dragoman.model.response.ChatResponse;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/** A whole answer of a provider. */
public interface Answer {
    /**
     * The body as the vendor sent it, known to be a complete answer that clients of the vendor's dialect can read; {@code null} if
     * they could not, so that the answer must be decoded and written anew.
     *
     * @throws dev.dragoman.model.error.ChatException if the vendor's body is not an answer
     */
    default @Nullable Buffer regularBody() {
        return null;
    }

    /**
     * The answer in canonical form.
     *
     * @throws dev.dragoman.model.error.ChatException if the vendor's body is not an answer
     */
    ChatResponse decode();
}
