// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.response.Logprobs;
import dev.dragoman.model.response.TokenLogprob;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code logprobs}: items of a text, the ids of its tokens and their probabilities; in a stream one item a piece of content.
 * There are no alternatives, and texts of single tokens only where an item has one. What the canonical model cannot say of the
 * items is kept as they are.
 */
final class CohereChatLogprobs {
    /** Name of the member, and of the extension of an answer that keeps it whole. */
    static final String MEMBER = "logprobs";

    private final List<RawJson> items = new ArrayList<>(0);
    private boolean exact = true;

    /** Takes an item, or an array of them, and returns the tokens whose text is known. */
    List<TokenLogprob> take(JsonReader in) {
        List<TokenLogprob> tokens = new ArrayList<>();
        if (in.isArray()) {
            in.beginArray();
            while (in.nextElement()) {
                item(in, tokens);
            }
        } else {
            item(in, tokens);
        }
        return tokens;
    }

    private void item(JsonReader in, List<TokenLogprob> tokens) {
        if (!in.isObject()) {
            in.skip();
            return;
        }
        int mark = in.mark();
        String text = null;
        List<Double> logprobs = new ArrayList<>(1);
        boolean ids = false;
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "text" -> text = in.stringOrNull();
                case "token_ids" -> ids = !isEmpty(in);
                case MEMBER -> {
                    if (in.isNull()) {
                        in.skip();
                    } else {
                        in.beginArray();
                        while (in.nextElement()) {
                            logprobs.add(in.number());
                        }
                    }
                }
                default -> in.skip();
            }
        }
        items.add(in.rawSince(mark));
        boolean single = text != null && logprobs.size() == 1;
        exact &= single && !ids;
        if (text != null && single) {
            tokens.add(new TokenLogprob(text, logprobs.get(0), null, null));
        }
    }

    private static boolean isEmpty(JsonReader in) {
        if (!in.isArray()) {
            in.skip();
            return true;
        }
        boolean empty = true;
        in.beginArray();
        while (in.nextElement()) {
            empty = false;
            in.skip();
        }
        return empty;
    }

    /** Adds all items as they were to the extensions of the answer, where the canonical model does not say them exactly. */
    void keep(Map<String, RawJson> extensions) {
        if (exact) {
            return;
        }
        WireBuffer out = new WireBuffer(256);
        try (JsonWriter json = new JsonWriter(out)) {
            json.beginArray();
            items.forEach(json::value);
            json.endArray();
        }
        extensions.put(MEMBER, RawJson.written(out));
    }

    /** Writes the item of one token. */
    static void encode(TokenLogprob token, JsonWriter json) {
        json.beginObject().field("text", token.token());
        json.beginArray("token_ids").endArray();
        json.beginArray(MEMBER).value(token.logprob()).endArray();
        json.endObject();
    }

    /** Writes the items of an answer, if there are any. */
    static void encode(List<TokenLogprob> tokens, JsonWriter json) {
        if (!tokens.isEmpty()) {
            json.beginArray(MEMBER);
            tokens.forEach(token -> encode(token, json));
            json.endArray();
        }
    }

    /**
     * Reports what there is no place for.
     *
     * @param from number of the first of these tokens among those of the answer
     */
    static void report(Logprobs logprobs, int from, int refusalFrom, Losses losses) {
        for (int i = 0; i < logprobs.content().size(); i++) {
            TokenLogprob token = logprobs.content().get(i);
            String path = "choices[0].logprobs.content[" + (from + i) + "]";
            if (token.bytes() != null) {
                losses.dropped(path + ".bytes", "the bytes of tokens are not told");
            }
            if (token.top() != null) {
                losses.dropped(path + ".top", "other tokens than those chosen are not told");
            }
        }
        for (int i = 0; i < logprobs.refusal().size(); i++) {
            losses.dropped(
                    "choices[0].logprobs.refusal[" + (refusalFrom + i) + "]",
                    "a refusal is a text like any other there");
        }
    }
}
