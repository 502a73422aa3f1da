// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.demo;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON as maps, lists, strings and booleans; numbers and {@code null} stay {@link RawJson}. A schema has to be walked more than
 * once, which a stream of tokens cannot do.
 */
final class JsonTree {
    private JsonTree() {}

    static Object parse(RawJson json) {
        try (JsonReader reader = json.reader()) {
            return read(reader);
        }
    }

    private static Object read(JsonReader reader) {
        if (reader.isObject()) {
            Map<String, Object> object = new LinkedHashMap<>();
            reader.beginObject();
            while (reader.nextField()) {
                String name = reader.name();
                object.put(name, read(reader));
            }
            return object;
        }
        if (reader.isArray()) {
            List<Object> array = new ArrayList<>();
            reader.beginArray();
            while (reader.nextElement()) {
                array.add(read(reader));
            }
            return array;
        }
        if (reader.isString()) {
            return reader.string();
        }
        return reader.isBoolean() ? (Object) reader.bool() : reader.raw();
    }

    static void write(Object value, JsonWriter out) {
        if (value instanceof Map<?, ?> object) {
            out.beginObject();
            object.forEach((name, member) -> {
                out.name((String) name);
                write(member, out);
            });
            out.endObject();
        } else if (value instanceof List<?> array) {
            out.beginArray();
            array.forEach(element -> write(element, out));
            out.endArray();
        } else if (value instanceof Boolean bool) {
            out.value((boolean) bool);
        } else if (value instanceof RawJson raw) {
            out.value(raw);
        } else {
            out.value(value.toString());
        }
    }

    /** The members of an object; empty if it is none. */
    @SuppressWarnings("unchecked") // read() makes maps with strings as keys only
    static Map<String, Object> object(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    /** The elements of an array; empty if it is none. */
    static List<?> array(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    /** A number; {@code null} if it is none. */
    static @Nullable Double number(@Nullable Object value) {
        return value instanceof RawJson raw && !raw.isNull() ? Double.valueOf(raw.toString()) : null;
    }
}
