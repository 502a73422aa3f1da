// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.schema;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.json.WireBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON value as a small tree, for schemas only: bodies are never read into trees. Immutable. */
sealed interface JsonTree {
    /** An object; members in their order. */
    record Members(Map<String, JsonTree> members) implements JsonTree {
        /** Copies the map. */
        public Members {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }
    }

    /** An array. */
    record Elements(List<JsonTree> elements) implements JsonTree {
        /** Copies the list. */
        public Elements {
            elements = List.copyOf(elements);
        }
    }

    /** A string, number, boolean or null as its own text. */
    record Leaf(RawJson json) implements JsonTree {}

    static JsonTree parse(RawJson json) {
        try (JsonReader in = json.reader()) {
            return read(in);
        }
    }

    private static JsonTree read(JsonReader in) {
        if (in.isObject()) {
            Map<String, JsonTree> members = new LinkedHashMap<>();
            in.beginObject();
            while (in.nextField()) {
                String name = in.name();
                members.put(name, read(in));
            }
            return new Members(members);
        }
        if (in.isArray()) {
            List<JsonTree> elements = new ArrayList<>();
            in.beginArray();
            while (in.nextElement()) {
                elements.add(read(in));
            }
            return new Elements(elements);
        }
        return new Leaf(in.raw());
    }

    /** The text of this value. */
    default RawJson toRaw() {
        WireBuffer out = new WireBuffer(256);
        try (JsonWriter json = new JsonWriter(out)) {
            write(json);
        }
        return RawJson.written(out);
    }

    private void write(JsonWriter json) {
        if (this instanceof Members object) {
            json.beginObject();
            object.members().forEach((name, value) -> {
                json.name(name);
                value.write(json);
            });
            json.endObject();
        } else if (this instanceof Elements array) {
            json.beginArray();
            array.elements().forEach(value -> value.write(json));
            json.endArray();
        } else if (this instanceof Leaf leaf) {
            json.value(leaf.json());
        }
    }
}
