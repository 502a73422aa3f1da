// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes an example with values in it, and reads the values out of a body like it. Immutable. */
final class JsonTemplate {
    private final RawJson example;

    JsonTemplate(RawJson example) {
        this.example = example;
    }

    /** Names of the members at the top of the example. */
    Iterable<String> roots() {
        return ObjectDraft.of(example).names();
    }

    void write(Map<String, String> values, JsonWriter out) {
        write(example, values, out);
    }

    private static void write(RawJson value, Map<String, String> values, JsonWriter out) {
        String name = placeholder(value);
        if (name != null) {
            String text = values.get(name);
            if (name.equals("status") && text != null) {
                out.value(Long.parseLong(text));
            } else if (text == null) {
                out.nullValue();
            } else {
                out.value(text);
            }
        } else if (value.isObject()) {
            out.beginObject();
            members(value).forEach((member, inner) -> {
                String missing = placeholder(inner);
                if (missing == null || values.containsKey(missing)) {
                    out.name(member);
                    write(inner, values, out);
                }
            });
            out.endObject();
        } else if (value.isArray()) {
            out.beginArray();
            ArrayDraft elements = ArrayDraft.of(value);
            for (int i = 0; i < elements.size(); i++) {
                if (isComplete(elements.get(i), values)) {
                    write(elements.get(i), values, out);
                }
            }
            out.endArray();
        } else {
            out.value(value);
        }
    }

    private static boolean isComplete(RawJson value, Map<String, String> values) {
        String name = placeholder(value);
        if (name != null) {
            return values.containsKey(name);
        }
        return !value.isObject() || members(value).values().stream().allMatch(inner -> isComplete(inner, values));
    }

    /** The values that the body has where the example has their names; empty if it does not look like it. */
    Map<String, String> read(RawJson body) {
        Map<String, String> values = new HashMap<>();
        read(example, body, values);
        return values;
    }

    private static void read(RawJson like, RawJson value, Map<String, String> values) {
        String name = placeholder(like);
        if (name != null) {
            String word = value.isNull() ? null : JsonWords.word(value);
            if (word != null && !word.isEmpty()) {
                values.putIfAbsent(name, word);
            }
        } else if (like.isObject() && value.isObject()) {
            Map<String, RawJson> found = members(value);
            members(like).forEach((member, inner) -> {
                RawJson here = found.get(member);
                if (here != null) {
                    read(inner, here, values);
                }
            });
        } else if (like.isArray() && value.isArray()) {
            ArrayDraft patterns = ArrayDraft.of(like);
            ArrayDraft elements = ArrayDraft.of(value);
            if (patterns.size() > 0 && elements.size() > 0) {
                read(patterns.get(0), elements.get(0), values);
            }
        }
    }

    private static Map<String, RawJson> members(RawJson object) {
        Map<String, RawJson> members = new LinkedHashMap<>();
        try (JsonReader in = object.reader()) {
            in.beginObject();
            while (in.nextField()) {
                String name = in.name();
                members.put(name, in.raw());
            }
        }
        return members;
    }

    private static @Nullable String placeholder(RawJson value) {
        String word = value.isString() ? JsonWords.word(value) : null;
        return word != null && word.length() > 2 && word.startsWith("{") && word.endsWith("}")
                ? word.substring(1, word.length() - 1)
                : null;
    }
}
