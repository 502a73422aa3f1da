// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import dev.dragoman.dialect.ReplyShape;
import java.util.Map;

/** How a client wants its stream: one JSON array, or server-sent events if the query says {@code alt=sse}. */
enum GeminiFraming implements ReplyShape {
    /** Server-sent events. */
    EVENTS("text/event-stream"),
    /** One array, written element by element. */
    ARRAY("application/json");

    private final String mediaType;

    GeminiFraming(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    static GeminiFraming ofQuery(Map<String, String> query) {
        return "sse".equalsIgnoreCase(query.get("alt")) ? EVENTS : ARRAY;
    }

    /** Server-sent events where nothing is said: towards a client that no request was read from. */
    static GeminiFraming of(ReplyShape shape) {
        return shape == ARRAY ? ARRAY : EVENTS;
    }
}
