// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.attempt;

import dev.dragoman.loss.Losses;
import dev.dragoman.runtime.provider.ProviderCall;
import dev.dragoman.runtime.routing.Route;
import java.util.Objects;

/**
 * A call that is ready to be sent.
 *
 * @param route who is asked
 * @param call the call
 * @param losses what this target is not told, in the client's terms
 * @param relayed whether the body passes through as it is, so that the answer may, too
 */
public record ReadyCall(Route route, ProviderCall call, Losses losses, boolean relayed) {
    /** Checks that nothing required is missing. */
    public ReadyCall {
        Objects.requireNonNull(route, "route");
        Objects.requireNonNull(call, "call");
        Objects.requireNonNull(losses, "losses");
    }
}
