// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.prepare;

import dev.dragoman.loss.LossKind;
import dev.dragoman.model.Role;
import java.util.ArrayList;
import java.util.List;

/** Makes one turn of consecutive messages of one side, and reports roles and names that the target does not know. */
final class TurnsPass implements Pass {
    @Override
    public void apply(Draft draft) {
        TargetRules rules = draft.rules;
        draft.messages.replaceAll(message -> known(draft, message));
        if (!rules.mergedTurns()) {
            return;
        }
        List<PlacedMessage> turns = new ArrayList<>(draft.messages.size());
        Role lastRole = null;
        for (PlacedMessage message : draft.messages) {
            Role side = message.role() == Role.TOOL ? Role.USER : message.role();
            PlacedMessage previous = turns.isEmpty() ? null : turns.get(turns.size() - 1);
            if (previous == null || previous.role() != side) {
                turns.add(message.withRole(side));
            } else {
                // Results of tools and what the user says with them are different messages of one turn in any case.
                if (lastRole != Role.TOOL) {
                    if (!message.path().equals(follower(previous.path()))) {
                        // What stood between them is gone: either may be the one that moved.
                        draft.note(LossKind.MOVED, previous.path(), "the turn goes on with a later message");
                    }
                    draft.note(LossKind.MOVED, message.path(), "consecutive messages of one side are one turn there");
                }
                if (message.name() != null && !message.name().equals(previous.name())) {
                    draft.losses.dropped(message.path() + ".name", "a turn has one speaker");
                }
                turns.set(turns.size() - 1, merged(previous, message));
            }
            lastRole = message.role();
        }
        draft.messages = turns;
    }

    /** The path of the message behind the one of this path. */
    private static String follower(String path) {
        int open = path.indexOf('[');
        int close = path.indexOf(']');
        return open < 0 || close < open ? path : "messages[" + (Integer.parseInt(path, open + 1, close, 10) + 1) + "]";
    }

    private static PlacedMessage known(Draft draft, PlacedMessage message) {
        PlacedMessage known = message;
        if (message.role() == Role.DEVELOPER && !draft.rules.developerRole()) {
            draft.note(LossKind.APPROXIMATED, message.path() + ".role", "there is one role of instructions, 'system'");
            known = known.withRole(Role.SYSTEM);
        }
        if (message.name() != null && !draft.rules.speakerNames()) {
            draft.losses.dropped(message.path() + ".name", "messages cannot name their speaker there");
            known = known.withoutName();
        }
        return known;
    }

    private static PlacedMessage merged(PlacedMessage turn, PlacedMessage message) {
        List<PlacedPart> parts =
                new ArrayList<>(turn.parts().size() + message.parts().size());
        parts.addAll(turn.parts());
        parts.addAll(message.parts());
        return new PlacedMessage(
                turn.role(), parts, turn.name(), turn.extensions().merge(message.extensions()), turn.path());
    }
}
