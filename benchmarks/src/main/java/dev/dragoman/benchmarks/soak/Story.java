// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.benchmarks.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What one request is to be answered: numbered words that bear the number of the request, so that any word that is missing, comes
 * twice or belongs to another answer shows.
 *
 * @param number of the request
 * @param words how many words the answer has
 */
record Story(long number, int words) {
    private static final Pattern PROMPT = Pattern.compile("Tell story (\\d+) in (\\d+) words\\.");

    /** The story that a request asks for; {@code null} if it asks for none. */
    static @Nullable Story asked(String body) {
        Matcher matcher = PROMPT.matcher(body);
        return matcher.find() ? new Story(Long.parseLong(matcher.group(1)), Integer.parseInt(matcher.group(2))) : null;
    }

    /** What a client writes. */
    String prompt() {
        return "Tell story " + number + " in " + words + " words.";
    }

    /** The whole answer. */
    String text() {
        return String.join("", pieces(0));
    }

    /**
     * The answer in pieces.
     *
     * @param from the first character that is wanted
     */
    List<String> pieces(int from) {
        List<String> pieces = new ArrayList<>(words);
        int at = 0;
        for (int i = 0; i < words; i++) {
            String piece = number + "." + i + (i == words - 1 ? "" : " ");
            int skipped = Math.max(0, from - at);
            if (skipped < piece.length()) {
                pieces.add(piece.substring(skipped));
            }
            at += piece.length();
        }
        return pieces;
    }
}
