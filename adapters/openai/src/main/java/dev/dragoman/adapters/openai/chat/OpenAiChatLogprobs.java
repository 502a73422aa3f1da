// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.model.response.Logprobs;
import dev.dragoman.model.response.TokenLogprob;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
                case "content" -> content = tokens(in);
                case "refusal" -> refusal = tokens(in);
                default -> in.skip();
            }
        }
        return content.isEmpty() && refusal.isEmpty() ? Logprobs.NONE : new Logprobs(content, refusal);
    }

    private static List<TokenLogprob> tokens(JsonReader in) {
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
                case "top_logprobs" -> top = in.isNull() ? null : tokens(in);
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
            token(token, json);
        }
        json.endArray();
    }

    private static void token(TokenLogprob token, JsonWriter json) {
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
            token.top().forEach(other -> token(other, json));
            json.endArray();
        }
        json.endObject();
    }
}
