// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.ollama.chat;

import dev.dragoman.model.content.ToolCall;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which call a result answers, in histories that name the tool and not the call: the first call of that tool that still waits.
 * Ids are made of the places of the calls, so that a history that grows keeps them.
 */
final class OllamaChatCallIds {
    private final List<ToolCall> waiting = new ArrayList<>(0);

    /** The id of a call that has none. */
    static String made(int message, int number) {
        return "call_" + message + "_" + number;
    }

    void called(ToolCall call) {
        waiting.add(call);
    }

    /**
     * The id of the call that a result answers; one of its own if there is no such call.
     *
     * @param id what the result says; {@code null} if it does not
     * @param name the tool; {@code null} if it is not said
     * @param message number of the result's message
     */
    String ofResult(@Nullable String id, @Nullable String name, int message) {
        boolean named = id != null && !id.isEmpty();
        for (int i = 0; i < waiting.size(); i++) {
            ToolCall call = waiting.get(i);
            if (named ? call.id().equals(id) : name == null || call.name().equals(name)) {
                waiting.remove(i);
                return call.id();
            }
        }
        return id != null && !id.isEmpty() ? id : "call_" + message;
    }
}
