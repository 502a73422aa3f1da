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
 */
public record SchemaRules(
        String target,
        Set<String> refused,
        boolean closedObjects,
        boolean oneOf,
        int mostMinItems,
        boolean recursion,
        boolean constants,
        boolean besideReferences) {
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

    /** Copies the set. */
    public SchemaRules {
        Objects.requireNonNull(target, "target");
        refused = Set.copyOf(refused);
    }
}
