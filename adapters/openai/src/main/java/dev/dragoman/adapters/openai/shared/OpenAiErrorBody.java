// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.shared;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.error.ChatException;
import org.jspecify.annotations.Nullable;

/**
 * What an error body says, in whichever of the shapes that compatible vendors use: an {@code error} object or string, the members
 * at the top, a {@code detail}, an array of one of these, or no JSON at all.
 */
final class OpenAiErrorBody {
    @Nullable String message;

    @Nullable String type;

    @Nullable String code;

    @Nullable String param;

    @Nullable RawJson raw;
    /** The status it came with; 0 inside of a stream. */
    int status;

    static OpenAiErrorBody read(byte[] body) {
        OpenAiErrorBody error = new OpenAiErrorBody();
        try {
            RawJson json = RawJson.parse(body);
            error.raw = json;
            error.readAny(json);
        } catch (IllegalArgumentException | ChatException e) {
            String text = OpenAiErrors.excerpt(body);
            error.message = text.isEmpty() ? null : text;
        }
        return error;
    }

    private void readAny(RawJson json) {
        if (json.isArray()) {
            try (JsonReader in = json.reader()) {
                in.beginArray();
                if (in.nextElement()) {
                    readAny(in.raw());
                }
            }
        } else {
            readError(json);
        }
    }

    /** Reads an error object, or the text of an error. */
    void readError(RawJson json) {
        try (JsonReader in = json.reader()) {
            if (in.isString()) {
                message = in.string();
                return;
            }
            if (!in.isObject()) {
                return;
            }
            in.beginObject();
            while (in.nextField()) {
                switch (in.name()) {
                    case "error" -> {
                        if (in.isObject() || in.isString()) {
                            readError(in.raw());
                        } else {
                            in.skip();
                        }
                    }
                    case "message", "detail", "msg" -> {
                        String text = scalar(in);
                        message = message == null ? text : message;
                    }
                    case "type" -> {
                        String text = scalar(in);
                        type = type == null ? text : type;
                    }
                    case "code" -> {
                        String text = scalar(in);
                        code = code == null ? text : code;
                    }
                    case "param" -> {
                        String text = scalar(in);
                        param = param == null ? text : param;
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
}
