// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.response.Logprobs;
import dev.dragoman.model.response.TokenLogprob;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code logprobsResult}: two lists side by side, an entry a step. The vendor's numbers of tokens are of his own vocabulary and not
 * kept.
 */
final class GeminiLogprobs {
    static final String FIELD = "logprobsResult";

    private GeminiLogprobs() {}

    /** The probabilities the reader stands on. */
    static Logprobs decode(JsonReader in) {
        List<TokenLogprob> chosen = new ArrayList<>();
        List<List<TokenLogprob>> top = new ArrayList<>();
        boolean alternatives = false;
        if (!in.isObject()) {
            in.skip();
            return Logprobs.NONE;
        }
        in.beginObject();
        while (in.nextField()) {
            if (in.name().equals("chosenCandidates") && in.isArray()) {
                chosen.addAll(tokens(in));
            } else if (in.name().equals("topCandidates") && in.isArray()) {
                alternatives = true;
                in.beginArray();
                while (in.nextElement()) {
                    top.add(step(in));
                }
            } else {
                in.skip();
            }
        }
        List<TokenLogprob> content = new ArrayList<>(chosen.size());
        for (int i = 0; i < chosen.size(); i++) {
            TokenLogprob token = chosen.get(i);
            List<TokenLogprob> likeliest = i < top.size() ? top.get(i) : List.of();
            content.add(alternatives ? new TokenLogprob(token.token(), token.logprob(), null, likeliest) : token);
        }
        return content.isEmpty() ? Logprobs.NONE : new Logprobs(content, List.of());
    }

    private static List<TokenLogprob> step(JsonReader in) {
        List<TokenLogprob> tokens = List.of();
        if (!in.isObject()) {
            in.skip();
            return tokens;
        }
        in.beginObject();
        while (in.nextField()) {
            if (in.name().equals("candidates") && in.isArray()) {
                tokens = tokens(in);
            } else {
                in.skip();
            }
        }
        return tokens;
    }

    private static List<TokenLogprob> tokens(JsonReader in) {
        List<TokenLogprob> tokens = new ArrayList<>();
        in.beginArray();
        while (in.nextElement()) {
            if (!in.isObject()) {
                in.skip();
                continue;
            }
            String token = "";
            double logprob = 0;
            in.beginObject();
            while (in.nextField()) {
                if (in.name().equals("token") && in.isString()) {
                    token = in.string();
                } else if (in.name().equals("logProbability") && in.isNumber()) {
                    logprob = in.number();
                } else {
                    in.skip();
                }
            }
            tokens.add(new TokenLogprob(token, logprob, null, null));
        }
        return tokens;
    }

    /** Writes the probabilities of a choice; nothing if there are none. */
    static void encode(Logprobs logprobs, String path, JsonWriter json, Losses losses) {
        if (!logprobs.refusal().isEmpty()) {
            losses.dropped(path + ".refusal", "refusals are texts, and have no probabilities of their own");
        }
        List<TokenLogprob> content = logprobs.content();
        if (content.isEmpty()) {
            return;
        }
        boolean alternatives = content.stream().anyMatch(token -> token.top() != null);
        json.beginObject(FIELD).beginArray("chosenCandidates");
        content.forEach(token -> encode(token, json));
        json.endArray();
        if (alternatives) {
            json.beginArray("topCandidates");
            for (TokenLogprob token : content) {
                json.beginObject().beginArray("candidates");
                if (token.top() != null) {
                    token.top().forEach(other -> encode(other, json));
                }
                json.endArray().endObject();
            }
            json.endArray();
        }
        json.endObject();
        report(content, alternatives, path, losses);
    }

    private static void encode(TokenLogprob token, JsonWriter json) {
        json.beginObject().field("token", token.token()).field("logProbability", (Double) token.logprob());
        json.endObject();
    }

    private static void report(List<TokenLogprob> content, boolean alternatives, String path, Losses losses) {
        boolean bytes = false;
        boolean uneven = false;
        for (TokenLogprob token : content) {
            bytes |= token.bytes() != null || has(token.top());
            uneven |= alternatives && token.top() == null;
        }
        if (bytes || uneven) {
            losses.dropped(path + ".content", "the bytes of tokens, and which have no alternatives, are not told");
        }
    }

    private static boolean has(@Nullable List<TokenLogprob> tokens) {
        if (tokens == null) {
            return false;
        }
        for (TokenLogprob token : tokens) {
            if (token.bytes() != null || token.top() != null) {
                return true;
            }
        }
        return false;
    }
}
