// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

import dev.dragoman.json.RawJson;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a vendor is told to think: a place for each component of the canonical settings that it knows. What has no place is said
 * by another one, or reported.
 *
 * @param effort how hard, in words
 * @param mode the switch: {@code on}, {@code off} and {@code adaptive}
 * @param budget most tokens to think with
 * @param visibility whether to show it: {@code on} and {@code off}
 * @param replay how reasoning of earlier turns goes back
 * @param replayPart what a piece of reasoning looks like among the parts of the content, with {@code {text}}, {@code {signature}}
 *     and {@code {data}} in it; {@code null} unless it goes back there
 * @param passage the requests whose settings are brought to these places; {@code null} for all
 */
public record ReasoningRules(
        @Nullable Words effort,
        @Nullable Words mode,
        @Nullable Budget budget,
        @Nullable Words visibility,
        Replay replay,
        @Nullable RawJson replayPart,
        @Nullable Passage passage) {
    /** How reasoning of earlier turns goes back to its issuer. */
    public enum Replay {
        /** As the dialect does it, with all that is known of it. */
        DETAILS,
        /** Its text only. */
        TEXT,
        /** Among the parts of the content, as the vendor shows it there. */
        PARTS,
        /** Its text within the content, between tags. */
        INLINE,
        /** Not at all: the vendor refuses it. */
        NEVER
    }

    /**
     * A field that holds a word.
     *
     * @param field where it stands, without arrays
     * @param words canonical word to the vendor's value; empty where every word is taken as it is
     */
    public record Words(FieldPath field, Map<String, RawJson> words) {
        /** Copies the map. */
        public Words {
            Objects.requireNonNull(field, "field");
            words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
        }
    }

    /**
     * A field that holds a number of tokens.
     *
     * @param field where it stands, without arrays
     * @param range which numbers are taken; {@code null} for any
     * @param ceiling most tokens that the vendor's models produce, for turning budgets into efforts
     */
    public record Budget(FieldPath field, @Nullable Range range, long ceiling) {
        /** Checks that nothing required is missing. */
        public Budget {
            Objects.requireNonNull(field, "field");
        }
    }

    /** Checks that nothing required is missing. */
    public ReasoningRules {
        Objects.requireNonNull(replay, "replay");
        if ((replay == Replay.PARTS) != (replayPart != null)) {
            throw new IllegalArgumentException(
                    "'replay: parts' and 'replay-part' belong together: write both, or another word for 'replay'");
        }
    }

    /** Whether settings of such a request are brought to these places. */
    boolean applyTo(Passage way) {
        return passage == null || passage == way;
    }
}
