// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.settings.ReasoningEffort;
import dev.dragoman.model.settings.ReasoningSettings;
import dev.dragoman.model.settings.ReasoningSettings.Mode;
import dev.dragoman.model.settings.ReasoningSettings.Visibility;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads how much to think from where a profile has a place for it, and takes it out of the body. Stateless. */
final class ReasoningReader {
    private ReasoningReader() {}

    /**
     * The settings that the body says at places that are the profile's own.
     *
     * @param family fields at the top that the dialect reads itself; they stay in the body
     */
    static ReasoningSettings read(ObjectDraft body, ReasoningRules rules, List<String> family) {
        String effort = take(body, own(rules.effort(), family), true);
        String mode = take(body, own(rules.mode(), family), false);
        String visible = take(body, own(rules.visibility(), family), false);
        ReasoningRules.Budget place = rules.budget();
        Long budget = place == null || family.contains(place.field().root()) ? null : budget(body, place.field());
        if (effort == null && mode == null && visible == null && budget == null) {
            return ReasoningSettings.DEFAULT;
        }
        return new ReasoningSettings(
                mode == null ? null : mode(mode),
                effort == null ? null : new ReasoningEffort(effort),
                budget,
                visible == null ? null : visible.equals("on") ? Visibility.AUTO : Visibility.OMITTED,
                Extensions.NONE);
    }

    /** What the profile's places say, and what the dialect's own said where they say nothing. */
    static ReasoningSettings merge(ReasoningSettings own, ReasoningSettings dialect) {
        if (own.equals(ReasoningSettings.DEFAULT)) {
            return dialect;
        }
        return new ReasoningSettings(
                own.mode() != null ? own.mode() : dialect.mode(),
                own.effort() != null ? own.effort() : dialect.effort(),
                own.budgetTokens() != null ? own.budgetTokens() : dialect.budgetTokens(),
                own.visibility() != null ? own.visibility() : dialect.visibility(),
                dialect.extensions());
    }

    private static ReasoningRules.@Nullable Words own(ReasoningRules.@Nullable Words place, List<String> family) {
        return place == null || family.contains(place.field().root()) ? null : place;
    }

    private static Mode mode(String word) {
        return switch (word) {
            case "on" -> Mode.ON;
            case "off" -> Mode.OFF;
            default -> Mode.ADAPTIVE;
        };
    }

    /** @param open whether words that are not listed are taken as they are */
    private static @Nullable String take(ObjectDraft body, ReasoningRules.@Nullable Words place, boolean open) {
        if (place == null) {
            return null;
        }
        RawJson value = value(body, place.field());
        if (value == null) {
            return null;
        }
        String found = null;
        for (Map.Entry<String, RawJson> word : place.words().entrySet()) {
            // The word of the same name first: several may be written alike.
            if (word.getValue().equals(value) && (found == null || JsonWords.is(value, word.getKey()))) {
                found = word.getKey();
            }
        }
        if (found == null && open && value.isString()) {
            String word = JsonWords.word(value);
            found = word == null || word.isEmpty() ? null : word;
        }
        if (found != null) {
            place.field().prune(body);
        }
        return found;
    }

    private static @Nullable Long budget(ObjectDraft body, FieldPath field) {
        Long number = JsonWords.integer(value(body, field));
        if (number == null || number < 0) {
            return null;
        }
        field.prune(body);
        return number;
    }

    private static @Nullable RawJson value(ObjectDraft body, FieldPath field) {
        RawJson[] found = {null};
        field.visit(body, (parent, name, path) -> found[0] = parent.get(name));
        return found[0];
    }
}
