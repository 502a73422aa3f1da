// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that tells a vendor from its dialect.
 *
 * @param fields rules for fields of requests, in order
 * @param reasoning how it is told to think; {@code null} for the dialect's own ways
 * @param reasoningFields fields in which clients of the dialect say how to think, for bodies that pass through
 * @param repairs what of a conversation it cannot take; {@code null} for nothing
 * @param vocabulary fields of its own that are delivered to it, whichever dialect a client speaks
 * @param paths where requests go
 * @param reply where its answers differ
 * @param errors how its errors look; {@code null} for the dialect's own shape
 * @param serve how clients of the profile are served
 */
public record ProfileRules(
        List<FieldRule> fields,
        @Nullable ReasoningRules reasoning,
        List<String> reasoningFields,
        @Nullable Repairs repairs,
        Set<String> vocabulary,
        PathRules paths,
        ReplyRules reply,
        @Nullable ErrorRules errors,
        ServeRules serve) {
    /** Nothing: the vendor speaks the dialect as it is. */
    public static final ProfileRules NONE = new ProfileRules(
            List.of(), null, List.of(), null, Set.of(), PathRules.NONE, ReplyRules.NONE, null, ServeRules.NONE);

    /** Copies the collections. */
    public ProfileRules {
        Objects.requireNonNull(paths, "paths");
        Objects.requireNonNull(reply, "reply");
        Objects.requireNonNull(serve, "serve");
        fields = List.copyOf(fields);
        reasoningFields = List.copyOf(reasoningFields);
        vocabulary = Set.copyOf(vocabulary);
    }

    /** Whether there is nothing to do. */
    public boolean isNone() {
        return fields.stream().allMatch(FieldRule::isForCodecs)
                && reasoning == null
                && repairs == null
                && vocabulary.isEmpty()
                && paths.isNone()
                && reply.isNone()
                && errors == null
                && serve.isNone();
    }

    /** The rules for bodies of requests that came in this way. */
    List<FieldRule> fields(Passage way) {
        return fields.stream()
                .filter(rule -> !rule.isForCodecs() && rule.when().fits(way))
                .toList();
    }

    /** Fields that the dialect's codecs are to do without, in their own words. */
    public Set<String> avoidedFields() {
        return fields.stream()
                .filter(FieldRule::isForCodecs)
                .map(rule -> rule.path().toString())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Whether a client's own words are left to the vendor where they pass through: the dialect is the vendor's own, and whoever
     * speaks it knows what the vendor takes.
     */
    boolean trustsSpeakers() {
        return (reasoning != null && reasoning.passage() == Passage.TRANSLATED)
                || fields.stream().anyMatch(rule -> rule.when().passage() == Passage.TRANSLATED);
    }

    /** The same rules with others for the fields of requests. */
    public ProfileRules withFields(List<FieldRule> newFields) {
        return new ProfileRules(
                newFields, reasoning, reasoningFields, repairs, vocabulary, paths, reply, errors, serve);
    }

    /** The same rules for a provider with these settings. */
    public ProfileRules with(Map<String, String> settings) {
        return paths.isNone() ? this : withPaths(paths.with(settings));
    }

    private ProfileRules withPaths(PathRules newPaths) {
        return new ProfileRules(
                fields, reasoning, reasoningFields, repairs, vocabulary, newPaths, reply, errors, serve);
    }
}
