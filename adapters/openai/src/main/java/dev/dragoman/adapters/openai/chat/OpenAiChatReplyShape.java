// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

import dev.dragoman.dialect.ReplyShape;

/**
 * How a client of this dialect wants its reply.
 *
 * @param includeUsage whether a stream ends with the token counts ({@code stream_options.include_usage})
 * @param includeObfuscation whether deltas are padded to hide their length ({@code stream_options.include_obfuscation}); only
 *     when asked for, unlike OpenAI, where it is on unless switched off
 * @param legacyFunctions whether the request used {@code functions}, so that calls come back as {@code function_call}
 */
record OpenAiChatReplyShape(boolean includeUsage, boolean includeObfuscation, boolean legacyFunctions)
        implements ReplyShape {
    static final OpenAiChatReplyShape DEFAULT = new OpenAiChatReplyShape(false, false, false);

    /** The shape of this dialect; for a request of another dialect a stream with usage, which loses nothing. */
    static OpenAiChatReplyShape of(ReplyShape shape) {
        return shape instanceof OpenAiChatReplyShape own ? own : new OpenAiChatReplyShape(true, false, false);
    }
}
