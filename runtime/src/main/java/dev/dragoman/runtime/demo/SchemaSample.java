// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.demo;

import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.json.WireBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * JSON that fits a schema: required properties (all of them where none is required), the value of an {@code enum} that the
 * prompt mentions or else its first, strings and numbers from the prompt, moved into the range that the schema states.
 */
final class SchemaSample {
    /** Deeper than this, optional things are left out and choices taken that end a recursion. */
    private static final int SHALLOW = 4;

    private static final int MAX_DEPTH = 24;
    private static final int MAX_VALUES = 2000;
    private static final int MAX_ELEMENTS = 16;

    private final SchemaView schemas;
    private final Object root;
    private final StringSample strings;
    private final PromptHints hints;
    private int values;

    private SchemaSample(Object root, PromptHints hints) {
        this.root = root;
        this.hints = hints;
        schemas = new SchemaView(root);
        strings = new StringSample(hints);
    }

    /** The text of a value that fits this schema. */
    static String of(RawJson schema, PromptHints hints) {
        SchemaSample sample = new SchemaSample(JsonTree.parse(schema), hints);
        WireBuffer out = new WireBuffer(256);
        try (JsonWriter writer = new JsonWriter(out)) {
            sample.write(sample.root, "", 0, writer);
        }
        return new String(out.toBytes(), StandardCharsets.UTF_8);
    }

    /** The properties that a value of this schema must have. */
    static List<String> required(RawJson schema) {
        Object root = JsonTree.parse(schema);
        return JsonTree.array(new SchemaView(root).of(root, true).get("required")).stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    private void write(@Nullable Object schema, String name, int depth, JsonWriter out) {
        Map<String, Object> view = schemas.of(schema, depth < SHALLOW);
        if (view.containsKey("const")) {
            JsonTree.write(view.get("const"), out);
            return;
        }
        List<?> choices = JsonTree.array(view.get("enum"));
        if (!choices.isEmpty()) {
            JsonTree.write(choose(choices), out);
            return;
        }
        String type = depth > MAX_DEPTH || ++values > MAX_VALUES ? "null" : type(view, depth < SHALLOW);
        switch (type) {
            case "object" -> object(view, depth, out);
            case "array" -> array(view, name, depth, out);
            case "integer" -> out.value((long) NumberSample.of(view, hints, true));
            case "number" -> out.value(NumberSample.of(view, hints, false));
            case "boolean" -> out.value(true);
            case "null" -> out.nullValue();
            default -> out.value(strings.of(view, name));
        }
    }

    private Object choose(List<?> choices) {
        for (Object choice : choices) {
            if (choice instanceof String word && hints.mentions(word)) {
                return choice;
            }
        }
        return choices.get(0);
    }

    private static String type(Map<String, Object> view, boolean shallow) {
        Object type = view.get("type");
        if (type instanceof List<?> several && !several.isEmpty()) {
            boolean ends = !shallow && several.contains("null");
            type = ends ? "null" : several.get("null".equals(several.get(0)) ? several.size() - 1 : 0);
        }
        if (type instanceof String name) {
            return name;
        }
        if (view.containsKey("properties")) {
            return "object";
        }
        return view.containsKey("items") || view.containsKey("prefixItems") ? "array" : "string";
    }

    private void object(Map<String, Object> view, int depth, JsonWriter out) {
        Map<String, Object> properties = JsonTree.object(view.get("properties"));
        List<?> required = JsonTree.array(view.get("required"));
        Set<String> all = properties.keySet();
        boolean everything = required.isEmpty() && depth < SHALLOW;
        out.beginObject();
        for (Object name : everything ? List.copyOf(all) : required) {
            if (name instanceof String member) {
                out.name(member);
                Object schema = properties.get(member);
                write(schema != null ? schema : view.get("additionalProperties"), member, depth + 1, out);
            }
        }
        out.endObject();
    }

    private void array(Map<String, Object> view, String name, int depth, JsonWriter out) {
        List<?> first = JsonTree.array(view.get("prefixItems"));
        int least = count(view, "minItems", first.size());
        int wished = depth < SHALLOW ? Math.max(least, 1) : least;
        int most = count(view, "maxItems", MAX_ELEMENTS);
        out.beginArray();
        for (int i = 0; i < Math.min(wished, Math.min(most, MAX_ELEMENTS)); i++) {
            write(i < first.size() ? first.get(i) : view.get("items"), name, depth + 1, out);
        }
        out.endArray();
    }

    private static int count(Map<String, Object> view, String keyword, int otherwise) {
        Double value = JsonTree.number(view.get(keyword));
        return value == null ? otherwise : (int) Math.max(0, value);
    }
}
