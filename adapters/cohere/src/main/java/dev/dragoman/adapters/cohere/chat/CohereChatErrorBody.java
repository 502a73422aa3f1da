// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.error.ChatException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What an error body says. Bodies from the network's edge may lack members or be no JSON at all. */
final class CohereChatErrorBody {
    private static final int LONGEST_EXCERPT = 500;

    @Nullable String id;

    @Nullable String message;

    @Nullable RawJson raw;

    static CohereChatErrorBody read(byte[] body) {
        CohereChatErrorBody error = new CohereChatErrorBody();
        try {
            RawJson json = RawJson.parse(body);
            error.raw = json;
            error.members(json);
        } catch (IllegalArgumentException | ChatException e) {
            // Bytes that are no UTF-8 show only where a string is read.
            String text = excerpt(body);
            error.message = text.isEmpty() ? null : text;
        }
        return error;
    }

    private void members(RawJson json) {
        try (JsonReader in = json.reader()) {
            if (in.isString()) {
                message = in.string();
            }
            if (!in.isObject()) {
                return;
            }
            in.beginObject();
            while (in.nextField()) {
                switch (in.name()) {
                    case "id" -> id = scalar(in);
                    // The second word is that of the front's own servers.
                    case "message", "error" -> {
                        String text = scalar(in);
                        message = message == null ? text : message;
                    }
                    default -> in.skip();
                }
            }
        }
    }

    private static @Nullable String scalar(JsonReader in) {
        if (in.isNull()) {
            return null;
        }
        return in.isString() ? in.string() : in.raw().toString();
    }

    /** The text of a body that is not JSON, cut to what a person reads. */
    private static String excerpt(byte[] body) {
        String text = new String(body, 0, Math.min(body.length, 2000), StandardCharsets.UTF_8).strip();
        return text.length() <= LONGEST_EXCERPT ? text : text.substring(0, LONGEST_EXCERPT) + "…";
    }
}
