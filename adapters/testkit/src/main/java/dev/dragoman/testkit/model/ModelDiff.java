// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.tool.ToolKind;
import dev.dragoman.testkit.json.JsonDiff;
import dev.dragoman.testkit.json.JsonTrees;
import dev.dragoman.testkit.model.Difference.Kind;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where two values of the model differ, as finely as can be told. JSON compares as JSON, so do the arguments of a function call
 * if they are JSON: white space is not content, and no arguments are an empty object of them. Lists are aligned, so that a missing element does not make its successors
 * differ.
 */
public final class ModelDiff {
    private final List<Difference> differences = new ArrayList<>();

    private ModelDiff() {}

    /** The differences; empty if the values are equal. */
    public static List<Difference> between(@Nullable Object expected, @Nullable Object actual) {
        ModelDiff diff = new ModelDiff();
        diff.compare("", expected, actual);
        return diff.differences;
    }

    private void compare(String path, @Nullable Object expected, @Nullable Object actual) {
        if (expected == null || actual == null) {
            if (expected != actual) {
                add(path, expected, actual);
            }
        } else if (expected instanceof Extensions one && actual instanceof Extensions other) {
            compareExtensions(path, one, other);
        } else if (expected instanceof RawJson one && actual instanceof RawJson other) {
            if (!one.equals(other) && !JsonDiff.equal(JsonTrees.parse(one), JsonTrees.parse(other))) {
                add(path, expected, actual);
            }
        } else if (expected instanceof Record && expected.getClass() == actual.getClass()) {
            compareRecords(path, expected, actual);
        } else if (expected instanceof List<?> one && actual instanceof List<?> other) {
            compareLists(path, one, other);
        } else if (expected instanceof Map<?, ?> one && actual instanceof Map<?, ?> other) {
            compareMaps(path, one, other);
        } else if (!expected.equals(actual)) {
            add(path, expected, actual);
        }
    }

    private void compareRecords(String path, Object expected, Object actual) {
        for (RecordComponent component : Records.components(expected.getClass())) {
            Object one = Records.get(component, expected);
            Object other = Records.get(component, actual);
            if (isArgumentsOfFunction(component, expected) && sameJson((String) one, (String) other)) {
                continue;
            }
            compare(path.isEmpty() ? component.getName() : path + "." + component.getName(), one, other);
        }
    }

    private static boolean isArgumentsOfFunction(RecordComponent component, Object instance) {
        return instance instanceof ToolCall call
                && call.kind() == ToolKind.FUNCTION
                && component.getName().equals("arguments");
    }

    private static boolean sameJson(@Nullable String one, @Nullable String other) {
        JsonNode first = arguments(one);
        JsonNode second = arguments(other);
        return first != null && second != null && JsonDiff.equal(first, second);
    }

    /** A call without arguments is a call with an empty object of them. */
    private static @Nullable JsonNode arguments(@Nullable String text) {
        return text == null ? null : JsonTrees.parseOrNull(text.isBlank() ? "{}" : text);
    }

    private void compareExtensions(String path, Extensions expected, Extensions actual) {
        Set<String> dialects = new LinkedHashSet<>(expected.byDialect().keySet());
        dialects.addAll(actual.byDialect().keySet());
        for (String dialect : dialects) {
            compareMaps(path + "." + dialect, expected.of(dialect), actual.of(dialect));
        }
    }

    private void compareMaps(String path, Map<?, ?> expected, Map<?, ?> actual) {
        Set<Object> keys = new LinkedHashSet<>(expected.keySet());
        keys.addAll(actual.keySet());
        keys.forEach(key -> compare(path + "." + key, expected.get(key), actual.get(key)));
        List<Object> order = new ArrayList<>(actual.keySet());
        order.retainAll(expected.keySet());
        List<Object> expectedOrder = new ArrayList<>(expected.keySet());
        expectedOrder.retainAll(actual.keySet());
        if (!order.equals(expectedOrder)) {
            add(path, expectedOrder, order);
        }
    }

    private void compareLists(String path, List<?> expected, List<?> actual) {
        if (isLeaves(expected) && isLeaves(actual)) {
            if (!expected.equals(actual)) {
                add(path, expected, actual);
            }
            return;
        }
        List<Alignment.Pair> missing = new ArrayList<>();
        List<Alignment.Pair> added = new ArrayList<>();
        for (Alignment.Pair pair : Alignment.of(expected, actual)) {
            if (pair.expected() < 0) {
                added.add(pair);
            } else if (pair.actual() < 0) {
                missing.add(pair);
            } else {
                compare(path + "[" + pair.expected() + "]", expected.get(pair.expected()), actual.get(pair.actual()));
            }
        }
        for (Alignment.Pair pair : missing) {
            Object element = expected.get(pair.expected());
            boolean moved = added.removeIf(
                    other -> between(element, actual.get(other.actual())).isEmpty());
            differences.add(new Difference(
                    moved ? Kind.MOVED : Kind.CHANGED, path + "[" + pair.expected() + "]", element, null));
        }
        added.forEach(pair -> differences.add(new Difference(Kind.ADDED, path, null, actual.get(pair.actual()))));
    }

    private static boolean isLeaves(List<?> list) {
        return list.stream().noneMatch(element -> element instanceof Record || element instanceof List);
    }

    private void add(String path, @Nullable Object expected, @Nullable Object actual) {
        boolean nothing = expected == null
                || (expected instanceof List<?> list && list.isEmpty())
                || (expected instanceof Map<?, ?> map && map.isEmpty());
        differences.add(new Difference(nothing ? Kind.ADDED : Kind.CHANGED, path, expected, actual));
    }
}
