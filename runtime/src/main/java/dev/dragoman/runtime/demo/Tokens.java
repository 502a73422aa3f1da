// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the demo model counts: a run of at most 16 letters, digits, underscores and apostrophes, or one other character, each
 * with the white space before it. Pieces joined give the text again.
 */
final class Tokens {
    private static final Pattern TOKEN =
            Pattern.compile("\\s*+(?:[\\p{L}\\p{N}\\p{M}_']{1,16}|[^\\p{L}\\p{N}\\p{M}_'\\s])|\\s+");

    private Tokens() {}

    static List<String> split(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
        return tokens;
    }

    static long count(String text) {
        long count = 0;
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            count++;
        }
        return count;
    }

    /** The text on one line, cut after this many characters. */
    static String shorten(String text, int limit) {
        String line = text.length() > limit * 4 ? text.substring(0, limit * 4) : text;
        line = line.strip().replaceAll("\\s+", " ");
        if (line.codePointCount(0, line.length()) <= limit) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, limit)).stripTrailing() + "…";
    }
}
