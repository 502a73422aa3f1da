// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.loss;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects the losses of one translation. Encoders hand in canonical paths such as {@code messages[2].parts[0].detail}; whoever
 * started the translation turns them into the terms of the source. The severity follows from the path
 * ({@link FieldSeverity}), so that all dialects judge alike. Not thread-safe.
 */
public final class Losses {
    private final List<Loss> losses = new ArrayList<>(0);

    /** Adds a loss. */
    public void add(LossKind kind, String path, String reason) {
        losses.add(new Loss(path, kind, FieldSeverity.of(path), reason));
    }

    /** Adds a loss whose severity does not follow from its path. */
    public void add(LossKind kind, Severity severity, String path, String reason) {
        losses.add(new Loss(path, kind, severity, reason));
    }

    /** Adds something left out. */
    public void dropped(String path, String reason) {
        add(LossKind.DROPPED, path, reason);
    }

    /** Adds something replaced by its nearest. */
    public void approximated(String path, String reason) {
        add(LossKind.APPROXIMATED, path, reason);
    }

    /** Adds losses that were found elsewhere. */
    public void addAll(List<Loss> others) {
        losses.addAll(others);
    }

    /** Whether nothing was lost so far. */
    public boolean isEmpty() {
        return losses.isEmpty();
    }

    /** How many were collected so far. */
    public int size() {
        return losses.size();
    }

    /** What was collected so far, a copy. */
    public List<Loss> toList() {
        return List.copyOf(losses);
    }

    /** What was collected from this number on, a copy. */
    public List<Loss> since(int number) {
        return List.copyOf(losses.subList(number, losses.size()));
    }
}
