// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.error.ChatException;
import org.jspecify.annotations.Nullable;

/** What an error body says. Bodies from the network's edge may lack members or be no JSON at all. */
final class AnthropicMessagesErrorBody {
    @Nullable String type;

    @Nullable String message;

    @Nullable String code;

    @Nullable String requestId;

    @Nullable RawJson raw;

    static AnthropicMessagesErrorBody read(byte[] body) {
        try {
            RawJson json = RawJson.parse(body);
            AnthropicMessagesErrorBody error = of(json);
            error.raw = json;
            return error;
        } catch (IllegalArgumentException | ChatException e) {
            AnthropicMessagesErrorBody error = new AnthropicMessagesErrorBody();
            String text = AnthropicMessagesErrors.excerpt(body);
            error.message = text.isEmpty() ? null : text;
            return error;
        }
    }

    /** The envelope, or the error inside of it. */
    static AnthropicMessagesErrorBody of(RawJson json) {
        AnthropicMessagesErrorBody error = new AnthropicMessagesErrorBody();
        error.readObject(json);
        return error;
    }

    private void readObject(RawJson json) {
        if (json.isString()) {
            try (JsonReader in = json.reader()) {
                message = in.string();
            }
            return;
        }
        if (!json.isObject()) {
            return;
        }
        try (JsonReader in = json.reader()) {
            in.beginObject();
            while (in.nextField()) {
                switch (in.name()) {
                    case "error", "details" -> {
                        if (in.isObject() || in.isString()) {
                            readObject(in.raw());
                        } else {
                            in.skip();
                        }
                    }
                    case "type" -> {
                        String word = scalar(in);
                        type = word == null || word.equals("error") || type != null ? type : word;
                    }
                    case "message" -> {
                        String text = scalar(in);
                        message = message == null ? text : message;
                    }
                    case "error_code" -> code = scalar(in);
                    case "request_id" -> requestId = scalar(in);
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

    /** The path that a message begins with, such as {@code messages.0.content: …}; {@code null} if it begins otherwise. */
    @Nullable String param() {
        int colon = message == null ? -1 : message.indexOf(": ");
        if (message == null || colon < 1 || colon > 200) {
            return null;
        }
        for (int i = 0; i < colon; i++) {
            char c = message.charAt(i);
            boolean fits = (c >= 'a' && c <= 'z')
                    || (c >= '0' && c <= '9')
                    || "._[]ABCDEFGHIJKLMNOPQRSTUVWXYZ".indexOf(c) >= 0;
            if (!fits) {
                return null;
            }
        }
        return message.substring(0, colon);
    }
}
