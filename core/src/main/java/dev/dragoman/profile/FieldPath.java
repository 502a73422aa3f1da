// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a field stands in a body: names with dots between them, {@code []} for each element of an array and
 * {@code [name=word]} for those whose member {@code name} is that word: {@code messages[role=assistant].reasoning_content}.
 * Immutable.
 */
public final class FieldPath {
    /** A place that a path leads to: the object and the member, which may be absent. */
    @FunctionalInterface
    interface Visitor {
        void visit(ObjectDraft parent, String name, String path);
    }

    private record Step(
            String name,
            boolean each,
            @Nullable String key,
            @Nullable String word) {}

    private final String text;
    private final List<Step> steps;

    private FieldPath(String text, List<Step> steps) {
        this.text = text;
        this.steps = List.copyOf(steps);
    }

    /**
     * Reads a path.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static FieldPath parse(String text) {
        List<Step> steps = new ArrayList<>();
        for (String piece : text.split("\\.", -1)) {
            steps.add(step(piece, text));
        }
        if (steps.get(steps.size() - 1).each()) {
            throw new IllegalArgumentException("'" + text + "' must end with the name of a field");
        }
        return new FieldPath(text, steps);
    }

    private static Step step(String piece, String text) {
        int bracket = piece.indexOf('[');
        String name = bracket < 0 ? piece : piece.substring(0, bracket);
        if (name.isBlank() || (bracket >= 0 && !piece.endsWith("]"))) {
            throw new IllegalArgumentException("'" + text + "' is not a path such as a.b or messages[].name");
        }
        if (bracket < 0) {
            return new Step(name, false, null, null);
        }
        String condition = piece.substring(bracket + 1, piece.length() - 1);
        if (condition.isEmpty()) {
            return new Step(name, true, null, null);
        }
        int equals = condition.indexOf('=');
        if (equals <= 0) {
            throw new IllegalArgumentException("'" + text + "' may hold [] or [name=word] only");
        }
        return new Step(name, true, condition.substring(0, equals), condition.substring(equals + 1));
    }

    /** Whether it is one name at the top of the body. */
    boolean isTop() {
        return steps.size() == 1;
    }

    /** The name of the field itself. */
    String name() {
        return steps.get(steps.size() - 1).name();
    }

    /** The name at the top of the body. */
    String root() {
        return steps.get(0).name();
    }

    /** The names of a path without arrays. */
    List<String> names() {
        return steps.stream().map(Step::name).toList();
    }

    /** Visits each place whose object is there. */
    void visit(ObjectDraft root, Visitor visitor) {
        visit(root, 0, "", visitor);
    }

    private void visit(ObjectDraft object, int depth, String prefix, Visitor visitor) {
        Step step = steps.get(depth);
        String path = prefix.isEmpty() ? step.name() : prefix + "." + step.name();
        if (depth == steps.size() - 1) {
            visitor.visit(object, step.name(), path);
        } else if (step.each()) {
            ArrayDraft array = object.array(step.name());
            for (int i = 0; array != null && i < array.size(); i++) {
                ObjectDraft element = array.object(i);
                if (element != null && fits(element, step)) {
                    visit(element, depth + 1, path + "[" + i + "]", visitor);
                }
            }
        } else {
            ObjectDraft member = object.object(step.name());
            if (member != null) {
                visit(member, depth + 1, path, visitor);
            }
        }
    }

    private static boolean fits(ObjectDraft element, Step step) {
        return step.key() == null || JsonWords.is(element.get(step.key()), Objects.requireNonNull(step.word()));
    }

    /** The object that holds the field of a path without arrays, made where it is missing; {@code null} if something is in the way. */
    @Nullable ObjectDraft makeParent(ObjectDraft root) {
        ObjectDraft object = root;
        for (int i = 0; i < steps.size() - 1 && object != null; i++) {
            object = object.makeObject(steps.get(i).name());
        }
        return object;
    }

    /** Removes the field of a path without arrays, and objects that are empty then. */
    void prune(ObjectDraft root) {
        prune(root, 0);
    }

    private void prune(ObjectDraft object, int depth) {
        String name = steps.get(depth).name();
        if (depth == steps.size() - 1) {
            object.remove(name);
            return;
        }
        ObjectDraft member = object.object(name);
        if (member != null) {
            prune(member, depth + 1);
            if (member.isEmpty()) {
                object.remove(name);
            }
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FieldPath that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
