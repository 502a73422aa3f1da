// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.attempt;

import dev.dragoman.runtime.routing.Route;
import java.util.List;

/** A request that can be put to whoever may serve it. Each time it is encoded anew, with losses of its own. */
public interface Question {
    /** Id of the dialect that it was asked in; {@code dragoman} for the Java API. */
    String client();

    /**
     * Makes the call to this target ready.
     *
     * @throws dev.dragoman.model.error.ChatException if it cannot be put to this target
     */
    ReadyCall prepare(Route route);

    /**
     * Makes the call ready that has this target go on with an answer that broke off.
     *
     * @param texts what was said so far, at least one
     * @throws dev.dragoman.model.error.ChatException if it cannot be put to this target
     */
    ReadyCall prepareContinuation(Route route, List<String> texts);

    /** Whether this target goes on with a beginning as if it had not been interrupted. */
    boolean continues(Route route);

    /** Whether nothing happens twice when the request is served twice. */
    boolean isRepeatable();
}
