// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Compares JSON trees. Numbers are equal when their values are; the order of an object's members does not matter. */
public final class JsonDiff {
    private final Predicate<String> nullIsAbsent;
    private final List<String> differences = new ArrayList<>();

    private JsonDiff(Predicate<String> nullIsAbsent) {
        this.nullIsAbsent = nullIsAbsent;
    }

    /** Whether the trees are equal, {@code null} and absence being different. */
    public static boolean equal(JsonNode expected, JsonNode actual) {
        return between(expected, actual, path -> false).isEmpty();
    }

    /**
     * Where the trees differ, each with its path such as {@code messages[0].content}.
     *
     * @param nullIsAbsent whether a member that is {@code null} counts as one that is absent, by its path
     */
    public static List<String> between(JsonNode expected, JsonNode actual, Predicate<String> nullIsAbsent) {
        JsonDiff diff = new JsonDiff(nullIsAbsent);
        diff.compare("", expected, actual);
        return diff.differences;
    }

    private void compare(String path, JsonNode expected, JsonNode actual) {
        if (expected.isObject() && actual.isObject()) {
            TreeSet<String> names = new TreeSet<>();
            for (Map.Entry<String, JsonNode> member : expected.properties()) {
                names.add(member.getKey());
            }
            for (Map.Entry<String, JsonNode> member : actual.properties()) {
                names.add(member.getKey());
            }
            names.forEach(
                    name -> member(path.isEmpty() ? name : path + "." + name, expected.get(name), actual.get(name)));
        } else if (expected.isArray() && actual.isArray() && expected.size() == actual.size()) {
            for (int i = 0; i < expected.size(); i++) {
                compare(path + "[" + i + "]", expected.get(i), actual.get(i));
            }
        } else if (!scalarsEqual(expected, actual)) {
            differences.add(path + ": expected " + expected + " but was " + actual);
        }
    }

    private void member(String path, @Nullable JsonNode expected, @Nullable JsonNode actual) {
        if (expected != null && actual != null) {
            compare(path, expected, actual);
            return;
        }
        JsonNode present = expected != null ? expected : actual;
        if (present != null && !(present.isNull() && nullIsAbsent.test(path))) {
            differences.add(path + ": " + (expected != null ? "missing, expected " : "unexpected ") + present);
        }
    }

    private static boolean scalarsEqual(JsonNode expected, JsonNode actual) {
        if (expected.isNumber() && actual.isNumber()) {
            return expected.decimalValue().compareTo(actual.decimalValue()) == 0;
        }
        return expected.equals(actual);
    }
}
