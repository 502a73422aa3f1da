// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

import dev.dragoman.dialect.StreamedParts;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.prepare.ReasoningSeal;
import java.util.function.Consumer;

/** Thinking: text first, what seals it last. */
final class AnthropicMessagesOpenThought extends AnthropicMessagesOpenBlock {
    private final Reasoning opening;
    /** Where a seal at the start says that the block shows summaries, its text is none of the reasoning. */
    private final boolean displayOnly;

    AnthropicMessagesOpenThought(Reasoning opening, boolean displayOnly) {
        this.opening = opening;
        this.displayOnly = displayOnly;
    }

    @Override
    void begin(StreamedParts parts, Consumer<? super ChatEvent> out) {
        start(opening, parts, out);
    }

    @Override
    void grow(AnthropicMessagesDelta delta, StreamedParts parts, Consumer<? super ChatEvent> out) {
        if (delta.thinking != null && !delta.thinking.isEmpty() && !displayOnly) {
            out.accept(new ChatEvent.ReasoningDelta(0, index(), delta.thinking));
        }
        if (delta.signature == null || delta.signature.isEmpty()) {
            return;
        }
        ReasoningSeal seal = ReasoningSeal.read(delta.signature);
        if (seal == null) {
            if (!ReasoningSeal.isSeal(delta.signature)) {
                out.accept(new ChatEvent.ReasoningSealed(0, index(), delta.signature, null));
            }
            return;
        }
        seal.tell(0, index(), out);
    }
}
