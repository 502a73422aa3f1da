// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.mistral.chat;

import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.prepare.ReasoningSeal;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reasoning that arrives in pieces. Where another Dragoman sealed it, the first piece says where it is from, and the last one
 * everything else; a text that only stands for summaries is not the reasoning's own and comes as those.
 */
final class MistralChatOpenThought {
    private final int choice;
    private final int part;
    private final @Nullable StringBuilder stand;

    private MistralChatOpenThought(int choice, int part, @Nullable StringBuilder stand) {
        this.choice = choice;
        this.part = part;
        this.stand = stand;
    }

    /**
     * Begins a part.
     *
     * @param seal what the first piece says about itself; {@code null} if it carries no seal
     * @param texted whether the first piece has a text, which may be empty
     * @param origin who made it, if it carries no seal
     */
    static MistralChatOpenThought begin(
            int choice,
            int part,
            @Nullable ReasoningSeal seal,
            boolean texted,
            Origin origin,
            Extensions extensions,
            Consumer<? super ChatEvent> out) {
        boolean shown = seal == null ? texted : seal.shown();
        out.accept(new ChatEvent.PartStarted(
                choice,
                part,
                new Reasoning(
                        shown ? "" : null,
                        List.of(),
                        null,
                        null,
                        seal == null ? null : seal.id(),
                        seal == null ? origin : seal.origin(),
                        extensions)));
        boolean stands = seal != null && !seal.shown();
        return new MistralChatOpenThought(choice, part, stands ? new StringBuilder() : null);
    }

    void text(String text, Consumer<? super ChatEvent> out) {
        if (stand != null) {
            stand.append(text);
        } else if (!text.isEmpty()) {
            out.accept(new ChatEvent.ReasoningDelta(choice, part, text));
        }
    }

    /** Takes a seal, of which only the last one of a part says more than where it is from. */
    void seal(ReasoningSeal seal, Consumer<? super ChatEvent> out) {
        if (stand != null && seal.shown() && !stand.isEmpty()) {
            out.accept(new ChatEvent.ReasoningDelta(choice, part, stand.toString()));
            stand.setLength(0);
        }
        seal.tell(choice, part, out);
    }

    void sign(String signature, Consumer<? super ChatEvent> out) {
        out.accept(new ChatEvent.ReasoningSealed(choice, part, signature, null));
    }

    void end(Consumer<? super ChatEvent> out) {
        out.accept(new ChatEvent.PartEnded(choice, part));
    }
}
