// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

import dev.dragoman.dialect.Negotiation;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How clients of a profile are served, besides the rules that hold both ways.
 *
 * @param aliases other places at which clients say something, to the dialect's own
 * @param replyFields rules for answers, whole ones and pieces of streams
 * @param echoes field of an answer to the field of the request that it repeats
 * @param vendorField field of an answer that names the adapter that answered; empty for none
 * @param negotiation how clients choose the look of a reply
 */
public record ServeRules(
        Map<FieldPath, FieldPath> aliases,
        List<FieldRule> replyFields,
        Map<String, String> echoes,
        String vendorField,
        Negotiation negotiation) {
    /** As the dialect's clients are served. */
    public static final ServeRules NONE = new ServeRules(Map.of(), List.of(), Map.of(), "", Negotiation.NONE);

    /** Copies the collections. */
    public ServeRules {
        Objects.requireNonNull(vendorField, "vendorField");
        Objects.requireNonNull(negotiation, "negotiation");
        aliases = Collections.unmodifiableMap(new LinkedHashMap<>(aliases));
        replyFields = List.copyOf(replyFields);
        echoes = Map.copyOf(echoes);
    }

    /** Whether clients are served as those of the dialect are. */
    boolean isNone() {
        return aliases.isEmpty()
                && replyFields.isEmpty()
                && echoes.isEmpty()
                && vendorField.isEmpty()
                && negotiation.isNone();
    }

    /** Whether answers are written as the dialect's clients get them. */
    boolean repliesPlainly() {
        return replyFields.isEmpty() && echoes.isEmpty() && vendorField.isEmpty();
    }
}
