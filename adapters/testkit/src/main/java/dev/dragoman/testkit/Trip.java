// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit;

import dev.dragoman.loss.Loss;
import dev.dragoman.loss.LossKind;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.testkit.model.Difference;
import dev.dragoman.testkit.model.ModelPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value that was encoded and decoded again.
 *
 * @param source what was encoded
 * @param wire what it was encoded to
 * @param losses what the encoder reported
 * @param result what was decoded; {@code null} if the encoder refused
 * @param refusal why the encoder refused; {@code null} if it did not
 * @param differences where the result differs, what needs no report left out
 * @param <T> request or answer
 */
record Trip<T>(
        T source,
        String wire,
        List<Loss> losses,
        @Nullable T result,
        @Nullable ChatException refusal,
        List<Difference> differences) {
    private static final int LONGEST_WIRE = 4000;

    /** The differences that no loss names. */
    List<Difference> unaccounted() {
        return differences.stream()
                .filter(difference -> !isAccounted(difference))
                .toList();
    }

    /** The differences at, above or below this path that no loss names. */
    List<Difference> unaccountedAt(String path) {
        return unaccounted().stream()
                .filter(difference -> ModelPath.related(difference.path(), path))
                .toList();
    }

    /** The losses at, above or below this path. */
    List<Loss> lossesAt(String path) {
        return losses.stream()
                .filter(loss -> ModelPath.related(loss.path(), path))
                .toList();
    }

    /** Whether nothing at this path differs, reported or not. */
    boolean isExactAt(String path) {
        return differences.stream().noneMatch(difference -> ModelPath.related(difference.path(), path));
    }

    /** Whether a refusal, if there was one, is about the value at this path. */
    boolean isRefusedAt(String path) {
        if (refusal == null) {
            return false;
        }
        String param = refusal.error().param();
        return param != null && ModelPath.related(param, path);
    }

    private boolean isAccounted(Difference difference) {
        for (Loss loss : losses) {
            if (ModelPath.related(loss.path(), difference.path())) {
                return true;
            }
            // What was moved or emulated stands somewhere else now.
            if (difference.added() && (loss.kind() == LossKind.MOVED || loss.kind() == LossKind.EMULATED)) {
                return true;
            }
            // Two elements changed their order, and the report names the other one.
            if (difference.kind() == Difference.Kind.MOVED
                    && loss.kind() == LossKind.MOVED
                    && ModelPath.isWithin(loss.path(), listOf(difference.path()))) {
                return true;
            }
        }
        return false;
    }

    private static String listOf(String element) {
        return element.substring(0, element.lastIndexOf('['));
    }

    /** Everything about this trip that helps to find the fault. */
    String story() {
        StringBuilder story = new StringBuilder();
        differences.forEach(difference -> story.append("\n  differs: ").append(difference));
        losses.forEach(loss -> story.append("\n  loss: ")
                .append(loss.path())
                .append(' ')
                .append(loss.kind())
                .append(", ")
                .append(loss.reason()));
        if (refusal != null) {
            story.append("\n  refused: ").append(refusal.error());
        }
        String shown = wire.length() > LONGEST_WIRE ? wire.substring(0, LONGEST_WIRE) + "…" : wire;
        return story.append("\n  wire: ").append(shown).toString();
    }
}
