// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.provider;

import dev.dragoman.model.error.ChatError;

/** Takes a number of tokens: exactly one of the two methods is called, once, unless the call is cancelled. */
public interface TokenSink {
    /** The vendor counted. */
    void counted(long inputTokens);

    /** There is no count. */
    void failed(ChatError error);
}
