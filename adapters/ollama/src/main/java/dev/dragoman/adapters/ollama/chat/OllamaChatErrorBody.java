// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.ollama.chat;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.error.ChatException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What an error body says. Ollama writes a text; servers that imitate it, and proxies before it, an object or no JSON at all.
 * {@code kind}, {@code code} and {@code param} are ours.
 */
final class OllamaChatErrorBody {
    private static final int LONGEST_EXCERPT = 500;

    @Nullable String message;

    @Nullable String kind;

    @Nullable String code;

    @Nullable String param;

    @Nullable RawJson raw;

    static OllamaChatErrorBody read(byte[] body) {
        try {
            return of(RawJson.parse(body));
        } catch (IllegalArgumentException | ChatException e) {
            OllamaChatErrorBody error = new OllamaChatErrorBody();
            String text = excerpt(body);
            error.message = text.isEmpty() ? null : text;
            return error;
        }
    }

    static OllamaChatErrorBody of(RawJson json) {
        OllamaChatErrorBody error = new OllamaChatErrorBody();
        error.raw = json;
        error.value(json);
        return error;
    }

    private void value(RawJson json) {
        try (JsonReader in = json.reader()) {
            if (in.isString()) {
                message = in.string();
            } else if (in.isObject()) {
                object(in);
            }
        }
    }

    private void object(JsonReader in) {
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "error" -> value(in.raw());
                case "message" -> {
                    String text = scalar(in);
                    message = message == null ? text : message;
                }
                case "kind" -> kind = scalar(in);
                case "code" -> code = scalar(in);
                case "param" -> param = scalar(in);
                default -> in.skip();
            }
        }
    }

    private static @Nullable String scalar(JsonReader in) {
        if (in.isNull() || in.isObject() || in.isArray()) {
            in.skip();
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
