// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway;

import dev.dragoman.runtime.provider.CallHandle;
import org.jspecify.annotations.Nullable;

/** What an exchange does once it has the body of its request. */
interface ExchangeTask {
    /**
     * Begins to serve.
     *
     * @return what is under way; {@code null} if nothing is any more
     * @throws dev.dragoman.model.error.ChatException if the request cannot be served
     */
    @Nullable CallHandle serve(Exchange exchange, byte[] body);
}
