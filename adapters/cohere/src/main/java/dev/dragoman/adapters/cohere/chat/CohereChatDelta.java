// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code delta} of an event, of whatever kind. Pieces of a message are single objects there, which an older server may wrap in
 * arrays. One object for a whole stream.
 */
final class CohereChatDelta {
    @Nullable CohereChatBlock content;

    @Nullable String toolPlan;

    @Nullable CohereChatCallDecoder call;

    @Nullable String error;

    final List<CohereChatCitation> citations = new ArrayList<>(1);
    /** Members of the message that nobody knows. */
    final Map<String, RawJson> ofMessage = new LinkedHashMap<>(0);

    void clear() {
        content = null;
        toolPlan = null;
        call = null;
        error = null;
        citations.clear();
        ofMessage.clear();
    }

    /** Reads the object that the reader stands on. What the end of an answer says goes to the reply. */
    void read(JsonReader in, CohereChatReply reply) {
        if (in.isNull()) {
            return;
        }
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "message" -> message(in);
                case "error" ->
                    error = in.isNull() || in.isString()
                            ? in.stringOrNull()
                            : in.raw().toString();
                case "finish_reason", "usage" -> reply.field(in);
                default -> in.skip();
            }
        }
    }

    private void message(JsonReader in) {
        if (in.isNull()) {
            return;
        }
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "role" -> in.skip();
                case "content" -> each(in, one -> content = new CohereChatBlock(one));
                case "tool_plan" -> toolPlan = in.stringOrNull();
                case "tool_calls" -> each(in, one -> call = new CohereChatCallDecoder(one));
                case CohereChatCitations.MEMBER -> each(in, one -> citations.add(CohereChatCitation.read(one)));
                default -> {
                    String name = in.name();
                    if (in.isNull()) {
                        in.skip();
                    } else {
                        ofMessage.put(name, in.raw());
                    }
                }
            }
        }
    }

    private static void each(JsonReader in, java.util.function.Consumer<JsonReader> reader) {
        if (in.isObject()) {
            reader.accept(in);
        } else if (in.isArray()) {
            in.beginArray();
            while (in.nextElement()) {
                if (in.isObject()) {
                    reader.accept(in);
                } else {
                    in.skip();
                }
            }
        } else {
            in.skip();
        }
    }
}
