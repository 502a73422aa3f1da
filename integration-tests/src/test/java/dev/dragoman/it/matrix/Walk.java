// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.it.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * A way through a JSON document: steps with a slash between them, such as
 * {@code messages[role=user]/content[type=text]/text}. A step that meets an array goes through each element. {@code *} is any
 * field. Behind a step may stand filters: {@code [a.b=value]}, {@code [a]} (is there), {@code [!a]} (is not there), and
 * {@code {a}}, which makes the value of that field the key under which pieces are put together. A way that begins with a filter
 * begins with one on the whole document.
 */
final class Walk {
    private record Filter(String field, boolean wanted, String value) {
        boolean passes(JsonNode node) {
            JsonNode at = Walk.field(node, field);
            boolean there = !at.isMissingNode() && !at.isNull();
            return wanted ? there && (value.isEmpty() || at.asText().equals(value)) : !there;
        }
    }

    private record Step(String name, List<Filter> filters, String key) {}

    private final List<Step> steps;

    Walk(String way) {
        steps = Arrays.stream(way.split("/", -1)).map(Walk::step).toList();
    }

    /** Gives all values at the end of the way, each with its key; the key is empty where the way has none. */
    void follow(JsonNode root, BiConsumer<String, JsonNode> out) {
        go(root, 0, "", out);
    }

    private void go(JsonNode node, int depth, String key, BiConsumer<String, JsonNode> out) {
        if (depth == steps.size()) {
            out.accept(key, node);
            return;
        }
        Step step = steps.get(depth);
        if (step.name().isEmpty()) {
            pass(node, step, depth, key, out);
        } else if (step.name().equals("*")) {
            node.forEach(child -> pass(child, step, depth, key, out));
        } else {
            JsonNode child = node.get(step.name());
            if (child != null && !child.isNull()) {
                pass(child, step, depth, key, out);
            }
        }
    }

    private void pass(JsonNode node, Step step, int depth, String key, BiConsumer<String, JsonNode> out) {
        if (node.isArray()) {
            node.forEach(element -> pass(element, step, depth, key, out));
        } else if (step.filters().stream().allMatch(filter -> filter.passes(node))) {
            go(
                    node,
                    depth + 1,
                    step.key().isEmpty() ? key : field(node, step.key()).asText(),
                    out);
        }
    }

    private static JsonNode field(JsonNode node, String path) {
        return node.at("/" + path.replace('.', '/'));
    }

    private static Step step(String text) {
        int open = text.length();
        for (String mark : new String[] {"[", "{"}) {
            int at = text.indexOf(mark);
            open = at >= 0 ? Math.min(open, at) : open;
        }
        List<Filter> filters = new ArrayList<>();
        String key = "";
        String rest = text.substring(open);
        while (!rest.isEmpty()) {
            int end = rest.indexOf(rest.charAt(0) == '[' ? ']' : '}');
            String inner = rest.substring(1, end);
            if (rest.charAt(0) == '{') {
                key = inner;
            } else {
                filters.add(filter(inner));
            }
            rest = rest.substring(end + 1);
        }
        return new Step(text.substring(0, open), filters, key);
    }

    private static Filter filter(String text) {
        if (text.startsWith("!")) {
            return new Filter(text.substring(1), false, "");
        }
        int equals = text.indexOf('=');
        return equals < 0
                ? new Filter(text, true, "")
                : new Filter(text.substring(0, equals), true, text.substring(equals + 1));
    }
}
