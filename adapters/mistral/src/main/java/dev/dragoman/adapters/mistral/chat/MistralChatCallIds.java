// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.mistral.chat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Ids of calls and results in a history, where clients may leave them out: a call without one gets one by its place, a result
 * without one answers the first open call of its name.
 */
final class MistralChatCallIds {
    private record Open(String id, String name) {}

    private final Deque<Open> open = new ArrayDeque<>();
    private int calls;

    /** Takes note of a call, whose id is never missing afterwards. */
    void call(MistralChatToolCallDecoder call) {
        if (call.id == null) {
            call.id = made(calls);
        }
        calls++;
        open.add(new Open(call.id, call.name == null ? "" : call.name));
    }

    /** An id of the form that Mistral takes: nine letters and digits. */
    static String made(int number) {
        return String.format(Locale.ROOT, "c%08d", number);
    }

    /** The id of the call that a result answers; {@code null} if it says none and no call is open. */
    @Nullable String result(@Nullable String id, @Nullable String name) {
        Open answered = null;
        for (Open call : open) {
            boolean fits = id != null
                    ? call.id().equals(id)
                    : name == null || call.name().equals(name);
            if (fits) {
                answered = call;
                break;
            }
        }
        if (answered != null) {
            open.remove(answered);
            return answered.id();
        }
        return id == null || id.isEmpty() ? null : id;
    }
}
