// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.prepare;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Arguments of a tool call where they are an object: text in the canonical model. Text that is no object goes into the one
 * member {@code rawInvalidInput} and is taken out of it again, so that nothing a model wrote is thrown away.
 */
public final class ObjectArguments {
    private static final String WRAPPER = "rawInvalidInput";

    /** How the text of an object that holds other text begins. */
    public static final String WRAPPED = "{\"" + WRAPPER + "\"";

    private ObjectArguments() {}

    /** The text of an object. */
    public static String decode(RawJson input) {
        if (!input.isObject()) {
            return input.toString();
        }
        String only = null;
        try (JsonReader in = input.reader()) {
            in.beginObject();
            while (in.nextField()) {
                if (only != null || !in.name().equals(WRAPPER)) {
                    return input.toString();
                }
                only = in.isString() ? in.string() : in.raw().toString();
            }
        }
        return only == null ? input.toString() : only;
    }

    /** The object of a text, without a report. */
    public static RawJson encode(String arguments) {
        RawJson json = parse(arguments);
        if (json != null && json.isObject()) {
            return json;
        }
        if (arguments.isBlank() || (json != null && json.isNull())) {
            return RawJson.EMPTY_OBJECT;
        }
        // Strings too are kept as they are written, quotes and all.
        return json == null || json.isString() ? wrap(arguments) : RawJson.parse("{\"" + WRAPPER + "\":" + json + "}");
    }

    /** An object that holds a text. */
    public static RawJson wrap(String text) {
        return RawJson.parse("{\"" + WRAPPER + "\":" + RawJson.string(text) + "}");
    }

    /** Reports what {@link #encode} changes. */
    public static void report(String arguments, String path, Losses losses) {
        RawJson json = parse(arguments);
        if (json == null ? !arguments.isBlank() : !json.isObject() && !json.isNull()) {
            losses.approximated(path, "arguments are an object; other text goes into its member '" + WRAPPER + "'");
        } else if (json == null || json.isNull()) {
            losses.add(LossKind.APPROXIMATED, Severity.NOTE, path, "no arguments are an empty object");
        } else if (json.toString().length() != arguments.length()) {
            losses.add(LossKind.APPROXIMATED, Severity.NOTE, path, "white space around the arguments is left out");
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
