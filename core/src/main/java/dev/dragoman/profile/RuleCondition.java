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
 * @param passage how the request must have come to the vendor's dialect; {@code null} for either way
 */
public record RuleCondition(
        @Nullable Boolean stream,
        List<String> models,
        List<String> present,
        List<String> absent,
        Map<FieldPath, String> words,
        @Nullable Passage passage) {
    /** Always. */
    public static final RuleCondition ALWAYS = new RuleCondition(null, List.of(), List.of(), List.of(), Map.of(), null);

    /** Copies the collections. */
    public RuleCondition {
        models = List.copyOf(models);
        present = List.copyOf(present);
        absent = List.copyOf(absent);
        words = Map.copyOf(words);
    }

    /** Whether it may hold for requests that came in this way. */
    boolean fits(Passage way) {
        return passage == null || passage == way;
    }

    /** Whether the rest holds, for a body that came in the right way. */
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
