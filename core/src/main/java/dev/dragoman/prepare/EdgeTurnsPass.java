// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.prepare;

import dev.dragoman.model.Role;
import java.util.List;

/** The first and the last turn, where the user must have them. */
final class EdgeTurnsPass implements Pass {
    static final String CONTINUE = "Continue.";

    @Override
    public void apply(Draft draft) {
        List<PlacedMessage> messages = draft.messages;
        int first = 0;
        while (first < messages.size() && messages.get(first).role().isInstruction()) {
            first++;
        }
        if (draft.rules.beginsWithUser()) {
            if (first == messages.size() && first > 0) {
                PlacedMessage last = messages.get(first - 1);
                draft.emulated(last.path(), "a conversation needs a user's message; the last instruction became it");
                messages.set(first - 1, last.withRole(Role.USER));
            } else if (first == messages.size() || messages.get(first).role() == Role.ASSISTANT) {
                draft.emulated("messages", "a conversation begins with a user's message there; one was added");
                messages.add(first, PlacedMessage.made(Role.USER, CONTINUE, "messages"));
            }
        }
        PlacedMessage last = messages.isEmpty() ? null : messages.get(messages.size() - 1);
        if (last == null || last.role() != Role.ASSISTANT) {
            return;
        }
        if (draft.rules.prefill()) {
            String text = draft.rules.repeatsPrefill() ? last.text() : "";
            draft.prefill = text.isEmpty() ? null : text;
        } else {
            draft.emulated(last.path(), "the model does not continue its own message; it is asked to");
            messages.add(PlacedMessage.made(Role.USER, CONTINUE, last.path()));
        }
    }
}
