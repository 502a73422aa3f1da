// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.prepare.ReasoningSeal;
import org.jspecify.annotations.Nullable;

/** Which reasoning is written in the dialect's own words, and which behind a {@link ReasoningSeal} in a block's signature. */
final class AnthropicMessagesSeal {
    /** The adapter whose signatures travel as they are. */
    private static final String NATIVE = "anthropic";

    /** What reasoning that came without a seal is said to be from. */
    static final Origin NATIVE_ORIGIN = new Origin(NATIVE, null);

    private AnthropicMessagesSeal() {}

    /** Whether reasoning of this origin was made by Anthropic itself. */
    static boolean isNative(@Nullable Origin origin) {
        return origin != null
                && (origin.vendor().equals(NATIVE) || origin.vendor().equals(AnthropicMessagesDialect.ID));
    }

    /** Whether this piece can be written in the dialect's own words. */
    static boolean isNative(Reasoning part) {
        boolean plain = part.summary().isEmpty() && part.id() == null && isNative(part.origin());
        return plain
                && (part.encrypted() == null
                        ? part.signature() != null
                        : part.text() == null && part.signature() == null);
    }
}
