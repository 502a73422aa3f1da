// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.media;

import dev.dragoman.loss.Losses;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.runtime.provider.ProviderCall;

/** Makes a call ready without sending anything. */
@FunctionalInterface
public interface CallMaker {
    /**
     * The call.
     *
     * @throws dev.dragoman.model.error.ChatException if there is nothing sensible to send
     */
    ProviderCall call(ChatRequest request, Losses losses);
}
