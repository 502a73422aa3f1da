// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

import dev.dragoman.adapters.openai.shared.OpenAiTokens;
import dev.dragoman.dialect.TokenLogprobs;
import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.model.response.Logprobs;
import dev.dragoman.model.response.TokenLogprob;
import java.util.List;

/** {@code logprobs} of a choice. */
final class OpenAiChatLogprobs {
    private OpenAiChatLogprobs() {}

    static Logprobs decode(JsonReader in) {
        if (in.isNull()) {
            return Logprobs.NONE;
        }
        List<TokenLogprob> content = List.of();
        List<TokenLogprob> refusal = List.of();
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "content" -> content = TokenLogprobs.decode(in);
                case "refusal" -> refusal = TokenLogprobs.decode(in);
                default -> in.skip();
            }
        }
        return content.isEmpty() && refusal.isEmpty() ? Logprobs.NONE : new Logprobs(content, refusal);
    }

    /** Writes the object, or {@code null} where there is nothing. */
    static void encode(Logprobs logprobs, JsonWriter json) {
        if (logprobs.isEmpty()) {
            json.nullValue();
            return;
        }
        json.beginObject();
        list("content", logprobs.content(), json);
        list("refusal", logprobs.refusal(), json);
        json.endObject();
    }

    private static void list(String name, List<TokenLogprob> tokens, JsonWriter json) {
        if (tokens.isEmpty()) {
            json.nullField(name);
            return;
        }
        json.beginArray(name);
        for (TokenLogprob token : tokens) {
            OpenAiTokens.encode(token, json);
        }
        json.endArray();
    }
}
