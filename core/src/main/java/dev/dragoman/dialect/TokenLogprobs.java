// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.dialect;

import dev.dragoman.json.JsonReader;
import dev.dragoman.model.response.TokenLogprob;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads probabilities of tokens as most dialects that tell them do:
 * {@code [{"token":"…","logprob":-0.1,"bytes":[…],"top_logprobs":[…]}]}. Sources: openai-java 4.100.0,
 * {@code ChatCompletionTokenLogprob}; Ollama's {@code api/types.go}, {@code Logprob}.
 */
public final class TokenLogprobs {
    private TokenLogprobs() {}

    /**
     * The tokens of an array; none for JSON {@code null}.
     *
     * @throws dev.dragoman.model.error.ChatException if an entry has no {@code token}
     */
    public static List<TokenLogprob> decode(JsonReader in) {
        if (in.isNull()) {
            return List.of();
        }
        List<TokenLogprob> tokens = new ArrayList<>();
        in.beginArray();
        while (in.nextElement()) {
            tokens.add(token(in));
        }
        return tokens;
    }

    private static TokenLogprob token(JsonReader in) {
        String path = in.path();
        String token = null;
        double logprob = 0;
        List<Integer> bytes = null;
        List<TokenLogprob> top = null;
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "token" -> token = in.string();
                case "logprob" -> logprob = in.number();
                case "bytes" -> bytes = bytes(in);
                case "top_logprobs" -> top = in.isNull() ? null : decode(in);
                default -> in.skip();
            }
        }
        if (token == null) {
            throw in.missing(path + ".token");
        }
        return new TokenLogprob(token, logprob, bytes, top);
    }

    private static @Nullable List<Integer> bytes(JsonReader in) {
        if (in.isNull()) {
            return null;
        }
        List<Integer> bytes = new ArrayList<>();
        in.beginArray();
        while (in.nextElement()) {
            bytes.add((int) in.integer());
        }
        return bytes;
    }
}
