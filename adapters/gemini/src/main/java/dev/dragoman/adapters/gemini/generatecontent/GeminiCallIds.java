// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Ids of calls, which older models and Vertex leave out. An id that we made is recognized and never written, so that the vendor
 * goes by names and order as he did.
 */
final class GeminiCallIds {
    private static final String MADE = "gemini_call_";
    private static final int LONGEST_SCOPE = 40;

    private final String scope;
    private final Map<String, Deque<String>> waiting = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private int made;

    /** @param scope tells the ids of this answer from those of others; {@code null} within one request */
    GeminiCallIds(@Nullable String scope) {
        this.scope = MADE + (scope == null ? "" : words(scope) + "_");
    }

    static boolean isMade(String id) {
        return id.startsWith(MADE);
    }

    private static String words(String text) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < text.length() && words.length() < LONGEST_SCOPE; i++) {
            char c = text.charAt(i);
            boolean fits = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
            words.append(fits ? c : '_');
        }
        return words.toString();
    }

    /** The id of a call. */
    String ofCall(@Nullable String given, String name) {
        String id = given == null || given.isEmpty() ? scope + made++ : given;
        waiting.computeIfAbsent(name, n -> new ArrayDeque<>()).add(id);
        names.put(id, name);
        return id;
    }

    /** The id of the call that a response answers; {@code null} if it has none and no call of this name waits. */
    @Nullable String ofResponse(@Nullable String given, String name) {
        Deque<String> open = waiting.get(name);
        if (given != null && !given.isEmpty()) {
            if (open != null) {
                open.remove(given);
            }
            return given;
        }
        return open == null ? null : open.poll();
    }

    /** The function that the call of this id named; {@code null} if there is no such call. */
    @Nullable String name(String id) {
        return names.get(id);
    }
}
