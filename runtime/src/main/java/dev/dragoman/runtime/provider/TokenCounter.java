// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.provider;

import dev.dragoman.dialect.WireRequest;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;

/** How a vendor is asked for the number of tokens of a request. Thread-safe. */
public interface TokenCounter {
    /**
     * Makes a question ready.
     *
     * @param request with the vendor's own name of the model
     * @param losses where to report what the vendor's dialect cannot say
     */
    TokenCall count(ChatRequest request, Losses losses);

    /**
     * Makes a question ready whose body passes through.
     *
     * @param wire a question of the provider's own dialect
     * @param model the vendor's own name of the model
     * @param losses where to report what the vendor must not be sent
     */
    TokenCall forward(WireRequest wire, String model, Losses losses);
}
