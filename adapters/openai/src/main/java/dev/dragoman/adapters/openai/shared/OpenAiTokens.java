// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.shared;

import dev.dragoman.json.JsonWriter;
import dev.dragoman.model.response.TokenLogprob;

/** Writes the probabilities of tokens, which both dialects want with {@code bytes}, if only as {@code null}. */
public final class OpenAiTokens {
    private OpenAiTokens() {}

    /** Writes one token with its alternatives. */
    public static void encode(TokenLogprob token, JsonWriter json) {
        json.beginObject().field("token", token.token()).field("logprob", (Double) token.logprob());
        if (token.bytes() == null) {
            json.nullField("bytes");
        } else {
            json.beginArray("bytes");
            token.bytes().forEach(b -> json.value((long) b));
            json.endArray();
        }
        if (token.top() != null) {
            json.beginArray("top_logprobs");
            token.top().forEach(other -> encode(other, json));
            json.endArray();
        }
        json.endObject();
    }
}
