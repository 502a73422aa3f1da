// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.compatible;

import dev.dragoman.dialect.Negotiation;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.model.response.FinishReason;
import dev.dragoman.profile.ErrorRules;
import dev.dragoman.profile.FieldPath;
import dev.dragoman.profile.ReplyRules;
import dev.dragoman.profile.ServeRules;
import dev.dragoman.profile.ThinkTags;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The keys {@code reply}, {@code errors} and {@code serve}. */
final class RepliesAndErrors {
    private RepliesAndErrors() {}

    static ReplyRules reply(YamlNode node) {
        Map<String, FinishReason.Kind> reasons = new LinkedHashMap<>();
        node.ifPresent("finish-reasons", words -> {
            words.members()
                    .forEach((word, kind) ->
                            reasons.put(word, Conversations.constant(FinishReason.Kind.class, kind.text())));
        });
        String field = node.get("reasoning", YamlNode::text, "");
        return new ReplyRules(
                field.isEmpty() ? null : field,
                node.read(RepliesAndErrors::thinkTags),
                node.get("usage", RepliesAndErrors::usage, ReplyRules.UsageRules.NONE),
                reasons);
    }

    private static ThinkTags thinkTags(YamlNode node) {
        return new ThinkTags(
                node.get("think-tags", YamlNode::texts, List.of()),
                node.get("opened-by-prompt", YamlNode::isTrue, false));
    }

    private static ReplyRules.UsageRules usage(YamlNode node) {
        return new ReplyRules.UsageRules(
                node.get("objects", YamlNode::texts, List.of()),
                node.get("cache-read", YamlNode::texts, List.of()),
                node.get("cache-write", YamlNode::texts, List.of()),
                node.get("reasoning", YamlNode::texts, List.of()),
                node.get("accepted-prediction", YamlNode::texts, List.of()),
                node.get("reasoning-beside", YamlNode::isTrue, false));
    }

    static ErrorRules errors(YamlNode node) {
        Map<ErrorKind, List<String>> codes = new EnumMap<>(ErrorKind.class);
        node.ifPresent("codes", words -> {
            words.members()
                    .forEach((kind, word) -> codes.put(Conversations.constant(ErrorKind.class, kind), word.texts()));
        });
        // The schema demands it.
        return new ErrorRules(node.member("body").json(), codes, node.get("read-only", YamlNode::isTrue, false));
    }

    static ServeRules serve(YamlNode node) {
        Map<FieldPath, FieldPath> aliases = new LinkedHashMap<>();
        node.ifPresent("aliases", places -> {
            places.members()
                    .forEach((alias, field) -> aliases.put(
                            field.read(n -> FieldPath.parse(alias)), field.read(n -> FieldPath.parse(n.text()))));
        });
        return new ServeRules(
                aliases,
                node.get("fields", FieldRules::of, List.of()),
                node.get("echo", YamlNode::textMap, Map.of()),
                node.get("vendor-field", YamlNode::text, ""),
                node.get("negotiation", RepliesAndErrors::negotiation, Negotiation.NONE));
    }

    private static Negotiation negotiation(YamlNode node) {
        return new Negotiation(
                node.get("suffix", YamlNode::text, ""),
                node.get("format", YamlNode::text, ""),
                node.get("callback", YamlNode::text, ""),
                node.get("accept", YamlNode::isTrue, false));
    }
}
