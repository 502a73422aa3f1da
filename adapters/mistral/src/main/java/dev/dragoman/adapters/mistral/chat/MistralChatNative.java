// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.mistral.chat;

import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Reasoning;
import org.jspecify.annotations.Nullable;

/**
 * What Mistral's models made themselves: it travels in the dialect's own words. Reasoning of others carries a
 * {@link dev.dragoman.prepare.ReasoningSeal} in the field that Mistral has for signatures.
 */
final class MistralChatNative {
    /** What reasoning that came without a seal is said to be from. */
    static final Origin ORIGIN = new Origin(MistralChatDialect.ID, null);

    private MistralChatNative() {}

    /** Whether a thinking chunk says all of this piece, its origin too. */
    static boolean isNative(Reasoning part) {
        return part.summary().isEmpty()
                && part.id() == null
                && part.encrypted() == null
                && ORIGIN.equals(part.origin());
    }

    /** Whether reasoning may go back to this vendor: it was made there. */
    static boolean issuedBy(@Nullable Origin origin, @Nullable String vendor) {
        return origin != null
                && (origin.vendor().equals(vendor)
                        || (origin.equals(ORIGIN) && (vendor == null || vendor.equals(MistralChatDialect.ID))));
    }

    /** Whether a signature of this origin means something to a model. */
    static boolean signedFor(@Nullable Origin origin, String model) {
        String maker = origin == null ? null : origin.model();
        // Names of a model with and without its date are one model.
        return maker == null || maker.isEmpty() || maker.startsWith(model) || model.startsWith(maker);
    }
}
