// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.shared;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.model.response.TokenLogprob;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The probabilities of tokens, which both dialects write alike: {@code {"token","logprob","bytes","top_logprobs"}}. */
public final class OpenAiTokens {
    private OpenAiTokens() {}

    /** Reads an array of tokens, or {@code null}. */
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
