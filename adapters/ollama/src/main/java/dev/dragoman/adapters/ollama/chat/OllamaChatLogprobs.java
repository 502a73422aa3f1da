// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.ollama.chat;

import dev.dragoman.json.JsonWriter;
import dev.dragoman.model.response.TokenLogprob;
import java.util.List;

/** {@code logprobs}: an array of tokens beside the message. */
final class OllamaChatLogprobs {
    private OllamaChatLogprobs() {}

    /** Writes the member; nothing where there are no tokens. */
    static void encode(List<TokenLogprob> tokens, JsonWriter json) {
        if (!tokens.isEmpty()) {
            array("logprobs", tokens, json);
        }
    }

    private static void array(String name, List<TokenLogprob> tokens, JsonWriter json) {
        json.beginArray(name);
        for (TokenLogprob token : tokens) {
            json.beginObject().field("token", token.token()).field("logprob", (Double) token.logprob());
            if (token.bytes() != null) {
                json.beginArray("bytes");
                token.bytes().forEach(b -> json.value((long) b));
                json.endArray();
            }
            if (token.top() != null) {
                array("top_logprobs", token.top(), json);
            }
            json.endObject();
        }
        json.endArray();
    }
}
