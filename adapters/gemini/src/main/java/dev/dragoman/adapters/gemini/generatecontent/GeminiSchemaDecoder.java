// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.json.WireBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code Schema} to JSON Schema: types in lower case, {@code nullable} as a type, counts that came as strings as numbers,
 * {@code example} among {@code examples}, properties in the order that {@code propertyOrdering} gives. Source: {@code Schema} of
 * npm {@code @google/genai} 3.1.0. What is not known there stays as it is.
 */
final class GeminiSchemaDecoder {
    private final Map<String, RawJson> members = new LinkedHashMap<>();
    private final Map<String, RawJson> properties = new LinkedHashMap<>();
    private final List<String> ordering = new ArrayList<>(0);
    private @Nullable String type;
    private boolean nullable;
    private boolean hasProperties;

    private GeminiSchemaDecoder() {}

    /** The JSON Schema of the object the reader stands on. */
    static RawJson decode(JsonReader in) {
        if (!in.isObject()) {
            throw in.mismatch("an object");
        }
        GeminiSchemaDecoder decoder = new GeminiSchemaDecoder();
        decoder.read(in);
        WireBuffer out = new WireBuffer(256);
        try (JsonWriter json = new JsonWriter(out)) {
            decoder.write(json);
        }
        return RawJson.written(out);
    }

    private void read(JsonReader in) {
        in.beginObject();
        while (in.nextField()) {
            String name = in.name();
            String camel = GeminiNames.camel(name);
            switch (camel) {
                case "type" -> {
                    if (in.isString()) {
                        type = in.string().toLowerCase(Locale.ROOT);
                        type = type.equals("type_unspecified") ? null : type;
                        members.put("type", RawJson.NULL); // its place
                    } else {
                        members.put("type", in.raw());
                    }
                }
                case "nullable" -> nullable = Boolean.TRUE.equals(in.boolOrNull());
                case "properties" -> properties(in);
                case "items" -> members.put(camel, in.isObject() ? decode(in) : in.raw());
                case "anyOf" -> members.put(camel, list(in));
                case "example" -> members.put("examples", RawJson.parse("[" + in.raw() + "]"));
                case "minItems", "maxItems", "minLength", "maxLength", "minProperties", "maxProperties" ->
                    members.put(camel, count(in));
                case "propertyOrdering" -> {
                    in.beginArray();
                    while (in.nextElement()) {
                        ordering.add(in.string());
                    }
                }
                default -> members.put(name, in.raw());
            }
        }
    }

    private void properties(JsonReader in) {
        if (!in.isObject()) {
            throw in.mismatch("an object");
        }
        hasProperties = true;
        members.put("properties", RawJson.NULL); // its place
        in.beginObject();
        while (in.nextField()) {
            String name = in.name();
            properties.put(name, in.isObject() ? decode(in) : in.raw());
        }
    }

    private static RawJson list(JsonReader in) {
        if (!in.isArray()) {
            throw in.mismatch("an array");
        }
        WireBuffer out = new WireBuffer(256);
        try (JsonWriter json = new JsonWriter(out)) {
            json.beginArray();
            in.beginArray();
            while (in.nextElement()) {
                json.value(in.isObject() ? decode(in) : in.raw());
            }
            json.endArray();
        }
        return RawJson.written(out);
    }

    private static RawJson count(JsonReader in) {
        if (!in.isString()) {
            return in.raw();
        }
        try {
            return RawJson.number(Long.parseLong(in.string()));
        } catch (NumberFormatException e) {
            throw in.mismatch("an integer");
        }
    }

    private void write(JsonWriter json) {
        json.beginObject();
        members.forEach((name, value) -> {
            if (name.equals("type") && value.isNull()) {
                type(json);
            } else if (name.equals("properties") && hasProperties) {
                ordered(json);
            } else if (name.equals("anyOf") && nullable && type == null) {
                json.field(name, withNull(value));
            } else {
                json.field(name, value);
            }
        });
        json.endObject();
    }

    private void type(JsonWriter json) {
        if (type == null) {
            return;
        }
        if (nullable) {
            json.beginArray("type").value(type).value("null").endArray();
        } else {
            json.field("type", type);
        }
    }

    private static RawJson withNull(RawJson anyOf) {
        String text = anyOf.toString().stripTrailing();
        String separator = text.equals("[]") ? "" : ",";
        return RawJson.parse(text.substring(0, text.length() - 1) + separator + "{\"type\":\"null\"}]");
    }

    private void ordered(JsonWriter json) {
        json.beginObject("properties");
        for (String name : ordering) {
            RawJson schema = properties.remove(name);
            json.field(name, schema);
        }
        properties.forEach(json::field);
        json.endObject();
    }
}
