// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.mistral.chat;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.error.ChatException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What an error body says, in whichever shape: members at the top or inside of {@code error}, a {@code detail} that is a text or
 * a list of faults, a {@code message} that holds such a list, or no JSON at all.
 */
final class MistralChatErrorBody {
    private static final int LONGEST_EXCERPT = 500;

    @Nullable String message;

    @Nullable String type;

    @Nullable String code;

    @Nullable String param;

    @Nullable RawJson raw;

    static MistralChatErrorBody read(byte[] body) {
        MistralChatErrorBody error = new MistralChatErrorBody();
        try {
            RawJson json = RawJson.parse(body);
            error.raw = json;
            error.readObject(json);
        } catch (IllegalArgumentException | ChatException e) {
            String text = new String(body, 0, Math.min(body.length, 2000), StandardCharsets.UTF_8).strip();
            error.message = text.isEmpty() ? null : text.substring(0, Math.min(text.length(), LONGEST_EXCERPT));
        }
        return error;
    }

    /** Reads an error object, or the text of an error. */
    void readObject(RawJson json) {
        try (JsonReader in = json.reader()) {
            if (in.isString()) {
                message = in.string();
            } else if (in.isArray()) {
                faults(in);
            } else if (in.isObject()) {
                in.beginObject();
                while (in.nextField()) {
                    field(in);
                }
            }
        }
    }

    private void field(JsonReader in) {
        switch (in.name()) {
            case "error", "message", "detail" -> {
                if (in.isObject() || (in.isArray() && message == null)) {
                    readObject(in.raw());
                } else if (in.isString()) {
                    // The message says more than the list of faults beside it.
                    String text = in.string();
                    message = in.name().equals("detail") && message != null ? message : text;
                } else if (in.isArray()) {
                    String before = message;
                    readObject(in.raw());
                    message = before;
                } else {
                    in.skip();
                }
            }
            case "type" -> type = scalar(in, type);
            case "code" -> code = scalar(in, code);
            case "param" -> param = scalar(in, param);
            default -> in.skip();
        }
    }

    /** {@code [{"loc":["body","messages",0,"content"],"msg","type"}]}; the first one counts. */
    private void faults(JsonReader in) {
        boolean first = true;
        in.beginArray();
        while (in.nextElement()) {
            if (!first || !in.isObject()) {
                in.skip();
                continue;
            }
            first = false;
            in.beginObject();
            while (in.nextField()) {
                switch (in.name()) {
                    case "loc" -> param = path(in);
                    case "msg" -> message = scalar(in, null);
                    case "type" -> code = scalar(in, code);
                    default -> in.skip();
                }
            }
        }
    }

    /** A path such as {@code messages[0].content}. */
    private static @Nullable String path(JsonReader in) {
        if (!in.isArray()) {
            return scalar(in, null);
        }
        StringBuilder path = new StringBuilder();
        boolean first = true;
        in.beginArray();
        while (in.nextElement()) {
            if (in.isNumber()) {
                path.append('[').append(in.raw()).append(']');
            } else if (in.isString()) {
                String name = in.string();
                if (!first || !name.equals("body")) {
                    path.append(path.isEmpty() ? "" : ".").append(name);
                }
            } else {
                in.skip();
            }
            first = false;
        }
        return path.isEmpty() ? null : path.toString();
    }

    /** Writes the steps of a path. */
    static void location(@Nullable String path, JsonWriter json) {
        if (path == null) {
            return;
        }
        for (String step : path.replace("]", "").split("[.\\[]", -1)) {
            if (step.isEmpty()) {
                continue;
            }
            boolean number = step.length() < 10 && step.chars().allMatch(c -> c >= '0' && c <= '9');
            if (number) {
                json.value(Long.parseLong(step));
            } else {
                json.value(step);
            }
        }
    }

    private static @Nullable String scalar(JsonReader in, @Nullable String known) {
        if (in.isNull()) {
            return known;
        }
        String text = in.isString() ? in.string() : in.raw().toString();
        return known == null ? text : known;
    }
}
