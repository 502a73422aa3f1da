// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.provider;

/** A question for the number of tokens that is ready to be sent, once, on an event loop's Vert.x context. */
@FunctionalInterface
public interface TokenCall {
    /** Sends it. */
    CallHandle send(TokenSink sink);
}
