// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.responses;

import dev.dragoman.dialect.ReplyShape;
import dev.dragoman.json.RawJson;
import java.util.Map;
import java.util.Set;

/**
 * How a client of this dialect wants its reply.
 *
 * @param includeObfuscation whether deltas are padded to hide their length ({@code stream_options.include_obfuscation}); only when
 *     asked for, unlike OpenAI, where it is on unless switched off
 * @param echoes what of the request an answer repeats, by name
 */
record OpenAiResponsesReplyShape(boolean includeObfuscation, Map<String, RawJson> echoes) implements ReplyShape {
    /** Settings of the request that an answer repeats. */
    static final Set<String> ECHOED = Set.of(
            "instructions",
            "max_output_tokens",
            "max_tool_calls",
            "metadata",
            "parallel_tool_calls",
            "previous_response_id",
            "prompt_cache_key",
            "reasoning",
            "safety_identifier",
            "temperature",
            "text",
            "tool_choice",
            "tools",
            "top_logprobs",
            "top_p",
            "truncation",
            "user");

    private static final OpenAiResponsesReplyShape PLAIN = new OpenAiResponsesReplyShape(false, Map.of());

    OpenAiResponsesReplyShape {
        echoes = Map.copyOf(echoes);
    }

    /** The shape of this dialect; for a request of another dialect a plain one. */
    static OpenAiResponsesReplyShape of(ReplyShape shape) {
        return shape instanceof OpenAiResponsesReplyShape own ? own : PLAIN;
    }
}
