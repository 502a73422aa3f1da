// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.schema;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Follows the references of a schema. */
final class SchemaReferences {
    private final JsonTree root;
    private final boolean recursion;
    private final Deque<String> following = new ArrayDeque<>();
    private final Set<String> checked = new HashSet<>();

    private SchemaReferences(JsonTree root, boolean recursion) {
        this.root = root;
        this.recursion = recursion;
    }

    /** Whether a reference leads out of the schema or, where that is refused, back to where it stands. */
    static boolean leadAstray(JsonTree root, boolean recursion) {
        return new SchemaReferences(root, recursion).astray(root);
    }

    private boolean astray(JsonTree tree) {
        if (tree instanceof JsonTree.Elements array) {
            return array.elements().stream().anyMatch(this::astray);
        }
        if (!(tree instanceof JsonTree.Members object)) {
            return false;
        }
        for (Map.Entry<String, JsonTree> member : object.members().entrySet()) {
            if (member.getKey().equals("$ref")
                    && member.getValue() instanceof JsonTree.Leaf leaf
                    && leaf.json().isString()) {
                if (astray(text(leaf))) {
                    return true;
                }
            } else if (astray(member.getValue())) {
                return true;
            }
        }
        return false;
    }

    private boolean astray(String reference) {
        if (following.contains(reference) || reference.equals("#")) {
            return !recursion;
        }
        if (checked.contains(reference)) {
            return false;
        }
        JsonTree target = resolve(reference);
        if (target == null) {
            return true;
        }
        following.push(reference);
        boolean astray = astray(target);
        following.pop();
        checked.add(reference);
        return astray;
    }

    private @Nullable JsonTree resolve(String reference) {
        if (!reference.startsWith("#/")) {
            return null;
        }
        JsonTree at = root;
        for (String step : reference.substring(2).split("/", -1)) {
            String name = step.replace("~1", "/").replace("~0", "~");
            JsonTree next =
                    at instanceof JsonTree.Members object ? object.members().get(name) : null;
            if (next == null) {
                return null;
            }
            at = next;
        }
        return at;
    }

    private static String text(JsonTree.Leaf leaf) {
        try (var in = leaf.json().reader()) {
            return in.string();
        }
    }
}
