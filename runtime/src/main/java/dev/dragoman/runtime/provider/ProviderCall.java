// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.provider;

import java.util.function.UnaryOperator;

/**
 * A call that is ready to be sent, as often as need be, but not twice at a time. Both methods must be called on an event loop's
 * Vert.x context; everything that follows happens there too.
 */
public interface ProviderCall {
    /** Sends it and asks for a whole answer. */
    CallHandle answer(AnswerSink sink);

    /**
     * The same call, but that places of the request in failures of ours are told in other words.
     *
     * @param places a canonical path to what stands for it
     */
    default ProviderCall locating(UnaryOperator<String> places) {
        return this;
    }

    /** Sends it and asks for a streamed answer. Nothing is delivered before {@link StreamHandle#fetch()}. */
    StreamHandle stream(StreamSink sink);
}
