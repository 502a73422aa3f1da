// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.mistral.chat;

import dev.dragoman.dialect.ReplyShape;

/**
 * How a client of this dialect wants its reply.
 *
 * @param prefix text of the message that is continued ({@code prefix: true}), with which each choice begins again; empty if none
 */
record MistralChatReplyShape(String prefix) implements ReplyShape {
    static final MistralChatReplyShape PLAIN = new MistralChatReplyShape("");

    /** The shape of this dialect; a plain one for a request of another. */
    static MistralChatReplyShape of(ReplyShape shape) {
        return shape instanceof MistralChatReplyShape own ? own : PLAIN;
    }

    /** A size only: prompts stay out of logs. */
    @Override
    public String toString() {
        return "MistralChatReplyShape[prefix of " + prefix.length() + " characters]";
    }
}
