// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.content.Citation;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code delta} of an event, of whatever kind. One object for a whole stream. */
final class AnthropicMessagesDelta {
    @Nullable String text;

    @Nullable String thinking;

    @Nullable String signature;

    @Nullable String partialJson;

    @Nullable Citation citation;
    /** Members that only blocks without a canonical form know. */
    final Map<String, RawJson> unknown = new LinkedHashMap<>(0);

    void clear() {
        text = null;
        thinking = null;
        signature = null;
        partialJson = null;
        citation = null;
        unknown.clear();
    }

    /** Reads the object that the reader stands on. What the end of a message says goes to the message. */
    void read(JsonReader in, AnthropicMessagesMessage message) {
        String type = null;
        boolean ofMessage = false;
        in.beginObject();
        while (in.nextField()) {
            String name = in.name();
            switch (name) {
                case "type" -> type = in.string();
                case "text" -> text = in.stringOrNull();
                case "thinking" -> thinking = in.stringOrNull();
                case "signature" -> signature = in.stringOrNull();
                case "partial_json" -> partialJson = in.stringOrNull();
                case "citation" -> citation = AnthropicMessagesCitations.decode(in);
                case "stop_reason", "stop_sequence" -> {
                    ofMessage = true;
                    message.field(in);
                }
                default -> {
                    if (type == null && (ofMessage || name.equals("container") || name.equals("stop_details"))) {
                        message.keep(in);
                    } else {
                        unknown.put(name, in.raw());
                    }
                }
            }
        }
    }
}
