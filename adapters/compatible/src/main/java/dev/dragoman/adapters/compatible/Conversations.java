// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.compatible;

import dev.dragoman.prepare.NameGrammar;
import dev.dragoman.prepare.TargetRules;
import dev.dragoman.prepare.TargetRulesBuilder;
import dev.dragoman.profile.Repairs;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The key {@code conversation}: what of a history, its tools and its format a vendor cannot take. */
final class Conversations {
    private Conversations() {}

    static Repairs of(YamlNode node, String dialect) {
        TargetRulesBuilder rules = TargetRules.builder(dialect);
        node.members().forEach((name, value) -> rule(rules, name, value));
        Set<Repairs.Media> refused = EnumSet.noneOf(Repairs.Media.class);
        node.ifPresent("refuses", media -> {
            media.texts().forEach(word -> refused.add(constant(Repairs.Media.class, word)));
        });
        return new Repairs(rules.build(), refused);
    }

    private static void rule(TargetRulesBuilder rules, String name, YamlNode value) {
        boolean yes = value.isTrue();
        switch (name) {
            case "developer-role" -> when(!yes, rules::noDeveloperRole);
            case "speaker-names" -> when(!yes, rules::noSpeakerNames);
            case "custom-tools" -> when(!yes, rules::noCustomTools);
            case "allowed-tools" -> when(!yes, rules::noAllowedTools);
            case "empty-text" -> when(!yes, rules::noEmptyText);
            case "declared-tools" -> when(yes, rules::declaredTools);
            case "paired-results" -> when(yes, rules::pairedResults);
            case "merged-turns" -> when(yes, rules::mergedTurns);
            case "begins-with-user" -> when(yes, rules::beginsWithUser);
            case "unique-tool-ids" -> when(yes, rules::uniqueToolIds);
            case "prefill" -> rules.prefill(yes);
            case "tool-ids" -> rules.toolIds(grammar(value));
            case "tool-names" -> rules.toolNames(grammar(value));
            case "instructions" -> rules.instructions(constant(TargetRules.Instructions.class, value.text()));
            case "json-schema" -> rules.jsonSchema(constant(TargetRules.JsonOutput.class, value.text()));
            case "json-object" -> rules.jsonObject(constant(TargetRules.JsonOutput.class, value.text()));
            default -> {}
        }
    }

    private static void when(boolean condition, Runnable rule) {
        if (condition) {
            rule.run();
        }
    }

    private static NameGrammar grammar(YamlNode node) {
        return node.read(value -> new NameGrammar(
                value.get("also", YamlNode::text, ""),
                value.get("starts-with-letter", YamlNode::isTrue, false),
                value.get("min", length -> Integer.valueOf(length.text()), 1),
                value.get("max", length -> Integer.valueOf(length.text()), Integer.MAX_VALUE)));
    }

    /** The constant that a word with hyphens names; the schema has checked that there is one. */
    static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Enum.valueOf(type, word.replace('-', '_').toUpperCase(Locale.ROOT));
    }
}
