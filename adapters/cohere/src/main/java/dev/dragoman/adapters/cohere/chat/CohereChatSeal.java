// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import dev.dragoman.json.JsonWriter;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Signature;
import dev.dragoman.prepare.ReasoningSeal;
import org.jspecify.annotations.Nullable;

/**
 * Where seals stand. The dialect has no member for who made a piece of an answer and what its issuer wants back with it, so a
 * thinking block, text block or tool call gets one of the name {@code signature}. Clients that send a message back as they got it
 * bring it along, and it is never sent to a vendor.
 */
final class CohereChatSeal {
    /** Name of the member. */
    static final String MEMBER = "signature";

    /** Id of reasoning that stands in {@code tool_plan} instead of a thinking block. */
    static final String TOOL_PLAN = "tool_plan";

    private static final String NATIVE = "cohere";

    /** What reasoning that came without a seal is said to be from. */
    static final Origin NATIVE_ORIGIN = new Origin(NATIVE, null);

    private CohereChatSeal() {}

    /** Whether reasoning of this origin was made by Cohere itself. */
    static boolean isNative(@Nullable Origin origin) {
        return origin != null && isNative(origin.vendor());
    }

    /** Whether this adapter is Cohere's own. */
    static boolean isNative(@Nullable String vendor) {
        return NATIVE.equals(vendor) || CohereChatDialect.ID.equals(vendor);
    }

    /** Whether this is a plan that {@code tool_plan} can tell. */
    static boolean isPlan(Reasoning part) {
        return TOOL_PLAN.equals(part.id())
                && part.text() != null
                && isNative(part.origin())
                && !part.isSealed()
                && part.summary().isEmpty()
                && part.extensions().isEmpty();
    }

    /** What must be said of reasoning besides its text; {@code null} if nothing. That nobody knows who made it is something. */
    static @Nullable ReasoningSeal of(Reasoning part) {
        Origin origin = part.origin();
        boolean plain = part.text() != null
                && part.summary().isEmpty()
                && !part.isSealed()
                && part.id() == null
                && origin != null
                && isNative(origin)
                && origin.model() == null;
        return plain ? null : ReasoningSeal.of(part);
    }

    /** The seal of a text or a call; {@code null} if it is not signed. */
    static @Nullable ReasoningSeal of(@Nullable Signature signature) {
        return signature == null ? null : ReasoningSeal.ofNext(signature);
    }

    /** Writes the member, if there is a seal. */
    static void write(@Nullable ReasoningSeal seal, JsonWriter json) {
        if (seal != null) {
            json.field(MEMBER, seal.write());
        }
    }
}
