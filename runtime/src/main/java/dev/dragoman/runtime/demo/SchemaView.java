// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.demo;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Flattens what a JSON Schema says of one value: references followed, {@code allOf} merged, one of several choices taken. */
final class SchemaView {
    private static final int MAX_HOPS = 32;

    private final Object root;

    SchemaView(Object root) {
        this.root = root;
    }

    /**
     * The keywords that hold for a value of this schema.
     *
     * @param shallow whether the richest choice is wanted; otherwise the one that ends a recursion
     */
    Map<String, Object> of(@Nullable Object schema, boolean shallow) {
        Map<String, Object> view = new LinkedHashMap<>();
        collect(schema, shallow, view, new int[] {MAX_HOPS});
        return view;
    }

    private void collect(@Nullable Object schema, boolean shallow, Map<String, Object> view, int[] hops) {
        if (hops[0]-- <= 0) {
            return;
        }
        Map<String, Object> object = JsonTree.object(schema);
        if (object.get("$ref") instanceof String pointer) {
            collect(resolve(pointer), shallow, view, hops);
        }
        object.forEach((keyword, value) -> add(view, keyword, value));
        for (Object part : JsonTree.array(object.get("allOf"))) {
            collect(part, shallow, view, hops);
        }
        for (String keyword : List.of("anyOf", "oneOf")) {
            List<?> choices = JsonTree.array(object.get(keyword));
            if (!choices.isEmpty()) {
                collect(choose(choices, shallow), shallow, view, hops);
            }
        }
    }

    /** Properties and required names add up; of other keywords the last one counts. */
    private static void add(Map<String, Object> view, String keyword, Object value) {
        Object before = view.get(keyword);
        if (keyword.equals("properties") && before != null) {
            Map<String, Object> both = new LinkedHashMap<>(JsonTree.object(before));
            both.putAll(JsonTree.object(value));
            view.put(keyword, both);
        } else if (keyword.equals("required") && before != null) {
            Set<Object> both = new LinkedHashSet<>(JsonTree.array(before));
            both.addAll(JsonTree.array(value));
            view.put(keyword, new ArrayList<>(both));
        } else {
            view.put(keyword, value);
        }
    }

    private static Object choose(List<?> choices, boolean shallow) {
        for (Object choice : choices) {
            Map<String, Object> object = JsonTree.object(choice);
            boolean isNull = "null".equals(object.get("type"));
            if (shallow ? !isNull : isNull || !object.containsKey("$ref")) {
                return choice;
            }
        }
        return choices.get(0);
    }

    private @Nullable Object resolve(String pointer) {
        if (pointer.equals("#")) {
            return root;
        }
        if (!pointer.startsWith("#/")) {
            return null;
        }
        Object found = root;
        for (String step : decoded(pointer.substring(2)).split("/", -1)) {
            String name = step.replace("~1", "/").replace("~0", "~");
            Object next = JsonTree.object(found).get(name);
            if (next == null && name.matches("\\d{1,4}")) {
                List<?> elements = JsonTree.array(found);
                int index = Integer.parseInt(name);
                next = index < elements.size() ? elements.get(index) : null;
            }
            if (next == null) {
                return null;
            }
            found = next;
        }
        return found;
    }

    private static String decoded(String fragment) {
        try {
            return URLDecoder.decode(fragment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return fragment; // a stray percent sign
        }
    }
}
