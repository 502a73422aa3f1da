// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.schema;

import java.util.Objects;
import java.util.Set;

/**
 * What of JSON Schema a vendor takes. Data: dialects hold one as a constant.
 *
 * @param target who takes it, for reasons of losses
 * @param refused keywords that are refused; they are told in the description instead
 * @param closedObjects whether each object must say {@code "additionalProperties": false}
 * @param oneOf whether {@code oneOf} is known; {@code anyOf} stands for it otherwise
 * @param mostMinItems the largest {@code minItems} that is taken
 * @param recursion whether a schema may refer to itself
 * @param constants whether {@code const} is known; an {@code enum} of one value stands for it otherwise
 * @param besideReferences whether other keywords may stand beside a {@code $ref}
 * @param requiredMembers whether each object that lists its properties must require one of them; the first is required where
 *     none is
 * @param formats formats of strings that are taken; empty for any
 * @param refusedInPatterns pieces of a regular expression that are refused in {@code pattern}
 */
public record SchemaRules(
        String target,
        Set<String> refused,
        boolean closedObjects,
        boolean oneOf,
        int mostMinItems,
        boolean recursion,
        boolean constants,
        boolean besideReferences,
        boolean requiredMembers,
        Set<String> formats,
        Set<String> refusedInPatterns) {
    /** Rules of a vendor that wants no required members and takes any format and pattern. */
    public SchemaRules(
            String target,
            Set<String> refused,
            boolean closedObjects,
            boolean oneOf,
            int mostMinItems,
            boolean recursion,
            boolean constants,
            boolean besideReferences) {
        this(
                target,
                refused,
                closedObjects,
                oneOf,
                mostMinItems,
                recursion,
                constants,
                besideReferences,
                false,
                Set.of(),
                Set.of());
    }

    /** Rules of a vendor that knows constants, and keywords beside references. */
    public SchemaRules(
            String target,
            Set<String> refused,
            boolean closedObjects,
            boolean oneOf,
            int mostMinItems,
            boolean recursion) {
        this(target, refused, closedObjects, oneOf, mostMinItems, recursion, true, true);
    }

    /** Copies the sets. */
    public SchemaRules {
        Objects.requireNonNull(target, "target");
        refused = Set.copyOf(refused);
        formats = Set.copyOf(formats);
        refusedInPatterns = Set.copyOf(refusedInPatterns);
    }
}
