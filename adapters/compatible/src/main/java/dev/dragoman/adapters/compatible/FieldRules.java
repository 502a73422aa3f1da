// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.compatible;

import dev.dragoman.json.RawJson;
import dev.dragoman.profile.AvoidField;
import dev.dragoman.profile.ClampNumber;
import dev.dragoman.profile.CopyField;
import dev.dragoman.profile.CountSwitch;
import dev.dragoman.profile.DropField;
import dev.dragoman.profile.FieldAction;
import dev.dragoman.profile.FieldPath;
import dev.dragoman.profile.FieldRule;
import dev.dragoman.profile.JoinTexts;
import dev.dragoman.profile.LimitLength;
import dev.dragoman.profile.MatchWord;
import dev.dragoman.profile.MoveField;
import dev.dragoman.profile.OmitField;
import dev.dragoman.profile.Passage;
import dev.dragoman.profile.PutValue;
import dev.dragoman.profile.Range;
import dev.dragoman.profile.RefuseField;
import dev.dragoman.profile.RuleCondition;
import dev.dragoman.profile.TranslateWord;
import dev.dragoman.profile.WrapValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The key {@code fields}: rules for single fields. */
final class FieldRules {
    private FieldRules() {}

    static List<FieldRule> of(YamlNode fields) {
        List<FieldRule> rules = new ArrayList<>();
        fields.members().forEach((path, rule) -> {
            FieldPath field = rule.read(node -> FieldPath.parse(path));
            for (YamlNode each : rule.each()) {
                add(field, each, rules);
            }
        });
        return rules;
    }

    private static void add(FieldPath field, YamlNode rule, List<FieldRule> rules) {
        if (rule.isScalar()) {
            rules.add(new FieldRule(field, RuleCondition.ALWAYS, removal(rule.text(), null), null));
            return;
        }
        RuleCondition when = rule.get("when", FieldRules::condition, RuleCondition.ALWAYS);
        String reason = rule.find("reason", YamlNode::text);
        for (FieldAction action : actions(rule)) {
            rules.add(new FieldRule(field, when, action, reason));
        }
    }

    private static FieldAction removal(String word, @Nullable RawJson assumed) {
        return switch (word) {
            case "drop" -> new DropField(assumed);
            case "omit" -> new OmitField();
            case "avoid" -> new AvoidField();
            default -> new RefuseField();
        };
    }

    /** In the order in which they are to be done: checks of the value first, its place last. */
    private static List<FieldAction> actions(YamlNode rule) {
        List<FieldAction> actions = new ArrayList<>();
        boolean silently = rule.get("silently", YamlNode::isTrue, false);
        rule.ifPresent("match", match -> {
            actions.add(new MatchWord(match.text()));
        });
        if (rule.get("wrap", YamlNode::isTrue, false)) {
            actions.add(new WrapValue());
        }
        rule.ifPresent("limit", most -> actions.add(new LimitLength(Integer.parseInt(most.text()), false)));
        rule.ifPresent("max-length", most -> actions.add(new LimitLength(Integer.parseInt(most.text()), true)));
        if (rule.get("join", YamlNode::isTrue, false)) {
            actions.add(new JoinTexts());
        }
        rule.ifPresent("words", words -> {
            actions.add(new TranslateWord(words(words), rule.get("only", YamlNode::isTrue, words.isList()), silently));
        });
        rule.ifPresent("counted-by", count -> {
            actions.add(new CountSwitch(count.read(node -> FieldPath.parse(node.text()))));
        });
        boolean refuses = rule.get("outside", YamlNode::text, "clamp").equals("refuse");
        for (String key : List.of("range", "integer-range")) {
            rule.ifPresent(key, range -> {
                actions.add(new ClampNumber(
                        range.read(node -> Range.parse(node.text(), key.startsWith("integer"))), refuses));
            });
        }
        rule.ifPresent("do", removal -> actions.add(removal(removal.text(), rule.find("assume", YamlNode::json))));
        rule.ifSaid("set", value -> {
            actions.add(new PutValue(value.json(), true, silently));
        });
        rule.ifSaid("default", value -> {
            actions.add(new PutValue(value.json(), false, silently));
        });
        rule.ifPresent("copy", copy -> {
            actions.add(new CopyField(copy.read(node -> FieldPath.parse(node.text()))));
        });
        rule.ifPresent("rename", name -> {
            actions.add(new MoveField(name.read(node -> FieldPath.parse(node.text())), true));
        });
        rule.ifPresent("move", path -> {
            actions.add(new MoveField(path.read(node -> FieldPath.parse(node.text())), false));
        });
        if (actions.isEmpty()) {
            throw rule.fault("this rule does nothing: say drop, range, words, rename or another of the keys");
        }
        return actions;
    }

    /** A list of words that are taken, or a map from words to the vendor's. */
    static Map<String, RawJson> words(YamlNode words) {
        Map<String, RawJson> map = new LinkedHashMap<>();
        words.elements().forEach(word -> map.put(word.text(), word.json()));
        words.members().forEach((word, value) -> map.put(word, value.json()));
        return map;
    }

    private static RuleCondition condition(YamlNode when) {
        Map<FieldPath, String> words = new LinkedHashMap<>();
        when.ifPresent("is", is -> {
            is.members().forEach((path, word) -> words.put(word.read(node -> FieldPath.parse(path)), word.text()));
        });
        return new RuleCondition(
                when.find("stream", YamlNode::isTrue),
                when.get("models", YamlNode::texts, List.of()),
                when.get("present", YamlNode::texts, List.of()),
                when.get("absent", YamlNode::texts, List.of()),
                words,
                when.find("passage", FieldRules::passage));
    }

    static Passage passage(YamlNode way) {
        return Conversations.constant(Passage.class, way.text());
    }
}
