// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.provider;

import dev.dragoman.model.error.ChatError;

/** Takes a whole answer: exactly one of the two methods is called, once, unless the call is cancelled. */
public interface AnswerSink {
    /** The vendor answered. */
    void answered(Answer answer);

    /** There is no answer. */
    void failed(ChatError error);
}
