// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.ollama.chat;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Arguments of a tool call: text in the canonical model, an object here. Text that is no object goes into the one member
 * {@code _raw} and is taken out of it again.
 */
final class OllamaChatArguments {
    private static final String WRAPPER = "_raw";

    private OllamaChatArguments() {}

    /** The text of the value that the reader stands on. Some servers write the text itself. */
    static String decode(JsonReader in) {
        if (in.isNull()) {
            return "{}";
        }
        if (in.isString()) {
            return in.string();
        }
        if (!in.isObject()) {
            throw in.mismatch("an object");
        }
        RawJson object = in.raw();
        String wrapped = null;
        try (JsonReader inner = object.reader()) {
            inner.beginObject();
            while (inner.nextField()) {
                if (wrapped != null || !inner.name().equals(WRAPPER) || !inner.isString()) {
                    return object.toString();
                }
                wrapped = inner.string();
            }
        }
        return wrapped == null ? object.toString() : wrapped;
    }

    /** The object of a text, without a report. */
    static RawJson encode(String arguments) {
        RawJson json = parse(arguments);
        if (json != null && json.isObject()) {
            return json;
        }
        return arguments.isBlank() || (json != null && json.isNull()) ? RawJson.EMPTY_OBJECT : wrap(arguments);
    }

    /** An object that holds a text. */
    static RawJson wrap(String text) {
        return RawJson.parse("{\"" + WRAPPER + "\":" + RawJson.string(text) + "}");
    }

    /** Reports what {@link #encode} changes. */
    static void report(String arguments, String path, Losses losses) {
        RawJson json = parse(arguments);
        if (json != null && json.isObject()) {
            return;
        }
        if (arguments.isBlank() || (json != null && json.isNull())) {
            losses.add(LossKind.APPROXIMATED, Severity.NOTE, path, "no arguments are an empty object");
        } else {
            losses.approximated(path, "arguments are an object; other text goes into its member '" + WRAPPER + "'");
        }
    }

    private static @Nullable RawJson parse(String arguments) {
        try {
            return RawJson.parse(arguments);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
