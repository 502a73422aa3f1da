// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.json.WireBuffer;
import org.jspecify.annotations.Nullable;

/** Short JSON values as words and numbers, and words of a profile as JSON. */
final class JsonWords {
    private JsonWords() {}

    /** The word of a string, a number, a boolean or null; {@code null} for objects, arrays and what is absent. */
    static @Nullable String word(@Nullable RawJson json) {
        if (json == null || json.isObject() || json.isArray()) {
            return null;
        }
        if (!json.isString()) {
            return json.toString();
        }
        try (JsonReader in = json.reader()) {
            return in.string();
        }
    }

    static boolean is(@Nullable RawJson json, String word) {
        return word.equals(word(json));
    }

    /** The number; {@code null} if it is none. */
    static @Nullable Double number(@Nullable RawJson json) {
        if (json == null) {
            return null;
        }
        try (JsonReader in = json.reader()) {
            return in.isNumber() ? (Double) in.number() : null;
        }
    }

    /** The whole number; {@code null} if it is none. */
    static @Nullable Long integer(@Nullable RawJson json) {
        Double number = number(json);
        return number == null || number != Math.rint(number) || Math.abs(number) > 9e15
                ? null
                : (Long) number.longValue();
    }

    /** A string, whatever characters are in it. */
    static RawJson string(String text) {
        WireBuffer out = new WireBuffer(text.length() + 16);
        try (JsonWriter json = new JsonWriter(out)) {
            json.value(text);
        }
        return RawJson.written(out);
    }

    /** A number without a fraction where it has none. */
    static RawJson of(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? RawJson.number((long) number)
                : RawJson.parse(Double.toString(number));
    }
}
