// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

import dev.dragoman.prepare.TargetRules;
import java.util.Objects;
import java.util.Set;

/**
 * What of a conversation a vendor cannot take as it is, as far as the passes of {@link dev.dragoman.prepare.RequestPreparer}
 * help. A body that needs none of them passes through untouched.
 *
 * @param rules what the vendor takes and refuses
 * @param refusedMedia kinds of parts that it takes nowhere
 */
public record Repairs(TargetRules rules, Set<Media> refusedMedia) {
    /** Kinds of parts. */
    public enum Media {
        /** Pictures. */
        IMAGE,
        /** Pictures that are given by an address instead of their content. */
        IMAGE_URL,
        /** Sound. */
        AUDIO,
        /** Films. */
        VIDEO,
        /** Files. */
        DOCUMENT
    }

    /** Copies the set. */
    public Repairs {
        Objects.requireNonNull(rules, "rules");
        refusedMedia = Set.copyOf(refusedMedia);
    }

    /** Whether every conversation is taken as it is, but perhaps for reasoning of earlier turns. */
    boolean takesAnything() {
        return refusedMedia.isEmpty()
                && rules.equals(TargetRules.builder(rules.dialect()).build());
    }
}
