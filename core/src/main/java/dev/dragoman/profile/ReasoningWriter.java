// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

import dev.dragoman.json.RawJson;
import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.settings.ReasoningEffort;
import dev.dragoman.model.settings.ReasoningSettings;
import dev.dragoman.model.settings.ReasoningSettings.Mode;
import dev.dragoman.model.settings.ReasoningSettings.Visibility;
import dev.dragoman.prepare.ReasoningConversion;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes how much to think where a vendor has a place for it. One per request; not thread-safe. */
final class ReasoningWriter {
    /** What a budget is a share of where nobody states a limit: the output ceiling of large reasoning models. */
    private static final long CEILING = 128_000;

    private final ReasoningRules rules;
    /** The words for an effort: those that the vendor says otherwise, else those that the model knows; empty for any. */
    private final Set<String> words;

    private final Losses losses;
    private final ObjectDraft body;
    private @Nullable ReasoningEffort effort;
    private @Nullable Mode mode;
    private @Nullable Long budget;

    private ReasoningWriter(ReasoningRules rules, List<String> efforts, Losses losses, ObjectDraft body) {
        this.rules = rules;
        this.words = rules.effort() == null || rules.effort().words().isEmpty()
                ? new LinkedHashSet<>(efforts)
                : rules.effort().words().keySet();
        this.losses = losses;
        this.body = body;
    }

    static void write(ReasoningSettings settings, ReasoningRules rules, ObjectDraft body, Losses losses) {
        write(settings, rules, List.of(), body, losses);
    }

    /** @param efforts words for an effort that the model knows; empty if that is not known */
    static void write(
            ReasoningSettings settings, ReasoningRules rules, List<String> efforts, ObjectDraft body, Losses losses) {
        if (!settings.equals(ReasoningSettings.DEFAULT)) {
            new ReasoningWriter(rules, efforts, losses, body).write(settings);
        }
    }

    private void write(ReasoningSettings settings) {
        effort = settings.effort();
        mode = settings.mode();
        budget = settings.budgetTokens();
        fitEffort();
        fitMode();
        fitBudget();
        if (effort != null) {
            put(rules.effort(), effort.value());
        }
        if (mode != null) {
            put(rules.mode(), word(mode));
        }
        if (budget != null && rules.budget() != null) {
            put(rules.budget().field(), RawJson.number(budget));
        }
        visibility(settings.visibility());
        settings.extensions()
                .byDialect()
                .forEach((owner, fields) -> fields.keySet()
                        .forEach(name ->
                                losses.dropped("reasoning.extensions." + owner + "." + name, "no place for it")));
    }

    /** An effort that the vendor cannot say becomes its nearest, a budget, or a switch. */
    private void fitEffort() {
        ReasoningEffort asked = effort;
        ReasoningRules.Words place = rules.effort();
        if (asked == null) {
            return;
        }
        boolean off = asked.equals(ReasoningEffort.NONE);
        if (place != null && knowsEffort(asked)) {
            RawJson written = place.words().get(asked.value());
            if (written != null && !JsonWords.is(written, asked.value()) && !written.isNull()) {
                losses.approximated("reasoning.effort", "the vendor's nearest is " + JsonWords.word(written));
            }
        } else if (off && knowsMode(Mode.OFF)) {
            effort = null;
            if (mode != null && mode != Mode.OFF) {
                losses.dropped("reasoning.mode", "the effort says that there is to be no thinking");
            }
            mode = Mode.OFF;
            losses.add(LossKind.EMULATED, "reasoning.effort", "thinking is switched off");
        } else if (off) {
            effort = null;
            losses.dropped("reasoning.effort", "the vendor's thinking cannot be switched off");
        } else if (place != null) {
            effort = ReasoningConversion.nearest(asked, words);
            if (!words.contains(effort.value())) {
                effort = null;
                losses.dropped("reasoning.effort", "the vendor does not know this effort");
            } else {
                losses.approximated("reasoning.effort", "the nearest effort is '" + effort.value() + "'");
            }
        } else if (rules.budget() != null && budget == null) {
            effort = null;
            budget = ReasoningConversion.budget(asked, rules.budget().ceiling());
            losses.approximated("reasoning.effort", "a budget of " + budget + " tokens says it");
            instead("reasoning.budgetTokens");
            if (mode == null && knowsMode(Mode.ON)) {
                mode = Mode.ON;
                instead("reasoning.mode");
            }
        } else if (mode == null && knowsMode(Mode.ON)) {
            effort = null;
            mode = Mode.ON;
            losses.approximated("reasoning.effort", "thinking is on or off; there are no degrees");
            instead("reasoning.mode");
        } else {
            effort = null;
            losses.dropped("reasoning.effort", "the vendor's thinking has no degrees");
        }
    }

    private void fitMode() {
        Mode asked = mode;
        if (asked == null || knowsMode(asked)) {
            return;
        }
        mode = null;
        if (asked == Mode.ADAPTIVE && knowsMode(Mode.ON)) {
            mode = Mode.ON;
            losses.approximated("reasoning.mode", "thinking is on or off");
        } else if (asked != Mode.OFF) {
            losses.add(LossKind.APPROXIMATED, Severity.NOTE, "reasoning.mode", "the model thinks by its own default");
        } else if (rules.effort() != null && knowsEffort(ReasoningEffort.NONE)) {
            if (effort != null && !effort.equals(ReasoningEffort.NONE)) {
                losses.dropped("reasoning.effort", "thinking is switched off");
            }
            effort = ReasoningEffort.NONE;
            losses.add(LossKind.EMULATED, "reasoning.mode", "thinking is switched off by the effort 'none'");
        } else {
            losses.dropped("reasoning.mode", "the vendor's thinking cannot be switched off");
        }
    }

    private void fitBudget() {
        Long asked = budget;
        if (asked == null) {
            return;
        }
        ReasoningRules.Budget place = rules.budget();
        if (place != null) {
            Range range = place.range();
            if (range != null && !range.contains(asked)) {
                budget = (long) range.nearest(asked);
                losses.add(LossKind.CLAMPED, "reasoning.budgetTokens", "brought into the range " + range);
            }
            if (mode == null
                    && knowsMode(Mode.ON)
                    && rules.mode() != null
                    && rules.mode().field().root().equals(place.field().root())) {
                mode = Mode.ON;
                losses.add(LossKind.DEFAULTED, Severity.NOTE, "reasoning.mode", "a budget needs the switch");
            }
            return;
        }
        budget = null;
        if (effort == null && mode != Mode.OFF && rules.effort() != null) {
            ReasoningEffort converted = ReasoningConversion.effort(asked, CEILING);
            effort = words.isEmpty() ? converted : ReasoningConversion.nearest(converted, words);
            losses.approximated("reasoning.budgetTokens", "the nearest effort is '" + effort.value() + "'");
            instead("reasoning.effort");
        } else if (effort == null && mode == null && knowsMode(Mode.ON)) {
            mode = asked == 0 && knowsMode(Mode.OFF) ? Mode.OFF : Mode.ON;
            losses.approximated("reasoning.budgetTokens", "thinking is on or off; there are no degrees");
            instead("reasoning.mode");
        } else {
            losses.dropped("reasoning.budgetTokens", "the vendor takes no budget");
        }
    }

    private void visibility(@Nullable Visibility visibility) {
        if (visibility == null) {
            return;
        }
        String word = visibility == Visibility.OMITTED ? "off" : "on";
        ReasoningRules.Words place = rules.visibility();
        if (place == null || !place.words().containsKey(word)) {
            losses.add(LossKind.DROPPED, Severity.NOTE, "reasoning.visibility", "what is shown cannot be chosen");
            return;
        }
        put(place, word);
        if (visibility == Visibility.CONCISE || visibility == Visibility.DETAILED) {
            losses.approximated("reasoning.visibility", "reasoning is shown or not; there are no degrees");
        }
    }

    /** A setting that the source does not say is written, since it says another one. */
    private void instead(String path) {
        losses.add(LossKind.DEFAULTED, Severity.NOTE, path, "it stands for a setting that the vendor does not have");
    }

    private boolean knowsMode(Mode asked) {
        return rules.mode() != null && rules.mode().words().containsKey(word(asked));
    }

    private boolean knowsEffort(ReasoningEffort asked) {
        return rules.effort() != null && (words.isEmpty() || words.contains(asked.value()));
    }

    private void put(ReasoningRules.@Nullable Words place, String word) {
        if (place != null) {
            RawJson value = place.words().get(word);
            put(place.field(), value != null ? value : RawJson.string(word));
        }
    }

    private void put(FieldPath field, RawJson value) {
        ObjectDraft parent = field.makeParent(body);
        if (parent != null) {
            parent.set(field.name(), value);
        }
    }

    static String word(Mode mode) {
        return switch (mode) {
            case ON -> "on";
            case OFF -> "off";
            case ADAPTIVE -> "adaptive";
        };
    }
}
