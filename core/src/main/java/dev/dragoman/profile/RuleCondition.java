// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When a rule applies. All that is stated must hold.
 *
 * @param stream whether a stream is asked for; {@code null} for both
 * @param models patterns of names of models, {@code *} for any characters; empty for all
 * @param present names of fields at the top of the body that must be there
 * @param absent names of fields at the top of the body that must not be there
 * @param words path of a field to the word it must be
 */
public record RuleCondition(
        @Nullable Boolean stream,
        List<String> models,
        List<String> present,
        List<String> absent,
        Map<FieldPath, String> words) {
    /** Always. */
    public static final RuleCondition ALWAYS = new RuleCondition(null, List.of(), List.of(), List.of(), Map.of());

    /** Copies the collections. */
    public RuleCondition {
        models = List.copyOf(models);
        present = List.copyOf(present);
        absent = List.copyOf(absent);
        words = Map.copyOf(words);
    }

    boolean holds(FieldRun run) {
        if (equals(ALWAYS)) {
            return true;
        }
        ObjectDraft body = run.body();
        return (stream == null || stream == run.stream())
                && (models.isEmpty() || models.stream().anyMatch(pattern -> Glob.matches(pattern, run.model())))
                && present.stream().allMatch(body::has)
                && absent.stream().noneMatch(body::has)
                && words.entrySet().stream().allMatch(word -> is(body, word.getKey(), word.getValue()));
    }

    private static boolean is(ObjectDraft body, FieldPath path, String word) {
        boolean[] found = {false};
        path.visit(body, (parent, name, at) -> found[0] |= JsonWords.is(parent.get(name), word));
        return found[0];
    }
}
