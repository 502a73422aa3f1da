// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

import dev.dragoman.json.JsonWriter;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.tool.ToolKind;
import java.util.HashMap;
import java.util.Map;

/** Tool calls of one choice in the deltas of a stream, or its one deprecated {@code function_call}. */
final class OpenAiChatCallDeltas {
    /** A tool call that is being written. */
    private static final class Call {
        final int number;
        final ToolKind kind;
        boolean empty;

        Call(int number, ToolKind kind, boolean empty) {
            this.number = number;
            this.kind = kind;
            this.empty = empty;
        }
    }

    private final boolean legacyFunctions;
    private final Losses losses;
    private final Map<Integer, Call> calls = new HashMap<>(0);

    OpenAiChatCallDeltas(boolean legacyFunctions, Losses losses) {
        this.legacyFunctions = legacyFunctions;
        this.losses = losses;
    }

    /** Takes note of a call; {@code false} if there is no place for it. */
    boolean begin(int part, ToolCall call, String path) {
        if (legacyFunctions && !calls.isEmpty()) {
            losses.dropped(path, "the deprecated function_call holds one call");
            return false;
        }
        calls.put(part, new Call(calls.size(), call.kind(), call.arguments().isEmpty()));
        return true;
    }

    /** Writes what is known of a call at its start. */
    void start(int part, ToolCall call, String path, JsonWriter json) {
        if (legacyFunctions) {
            json.beginObject("function_call").field("name", call.name()).field("arguments", call.arguments());
            json.endObject();
            return;
        }
        Call known = calls.get(part);
        json.beginArray("tool_calls");
        OpenAiChatToolCallEncoder.write(call, known == null ? 0 : known.number, path, json, losses);
        json.endArray();
    }

    /** Whether this part is a tool call that was begun. */
    boolean knows(int part) {
        return calls.containsKey(part);
    }

    void arguments(int part, String text, JsonWriter json) {
        Call call = calls.get(part);
        if (call == null) {
            return;
        }
        call.empty &= text.isEmpty();
        if (legacyFunctions) {
            json.beginObject("function_call").field("arguments", text).endObject();
            return;
        }
        boolean custom = call.kind == ToolKind.CUSTOM;
        json.beginArray("tool_calls").beginObject().field("index", (Integer) call.number);
        json.beginObject(custom ? "custom" : "function").field(custom ? "input" : "arguments", text);
        json.endObject().endObject().endArray();
    }

    /** Whether this call is one of a function that has no arguments so far. */
    boolean isEmpty(int part) {
        Call call = calls.get(part);
        return call != null && call.empty && call.kind == ToolKind.FUNCTION;
    }

    /** Writes the end of an empty call: clients parse the arguments of a function, and none is an empty object. */
    void end(int part, String path, JsonWriter json) {
        arguments(part, "{}", json);
        OpenAiChatToolCallEncoder.emptyArguments(path, losses);
    }
}
