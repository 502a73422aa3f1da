// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.demo;

import dev.dragoman.model.response.TokenLogprob;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Made-up probabilities: the same token gets the same number, its alternatives smaller ones. */
final class TokenChances {
    private static final List<String> ALTERNATIVES = List.of(
            " the", " a", " of", " and", " to", " in", " is", " it", " that", " for", " on", " with", " as", " at",
            " by", " from", " or", " an", " be", " this", " not");

    private TokenChances() {}

    /** The probability of a token, with this many of the likeliest tokens at its place, itself first. */
    static TokenLogprob of(String token, int top) {
        double logprob = -(Math.floorMod(token.hashCode(), 499) + 1) / 1000.0;
        List<TokenLogprob> likeliest = new ArrayList<>();
        if (top > 0) {
            likeliest.add(chance(token, logprob, null));
        }
        for (int i = 0; likeliest.size() < Math.min(top, 20); i++) {
            String alternative = ALTERNATIVES.get(i);
            if (!alternative.equals(token)) {
                likeliest.add(chance(alternative, logprob - 1.25 - 0.5 * i, null));
            }
        }
        return chance(token, logprob, likeliest);
    }

    private static TokenLogprob chance(String token, double logprob, @Nullable List<TokenLogprob> top) {
        List<Integer> bytes = new ArrayList<>();
        for (byte b : token.getBytes(StandardCharsets.UTF_8)) {
            bytes.add(b & 0xFF);
        }
        return new TokenLogprob(token, logprob, bytes, top);
    }
}
