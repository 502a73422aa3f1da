// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.prepare;

import dev.dragoman.loss.LossKind;
import dev.dragoman.model.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * Instructions among the messages, where their place is restricted: they move behind the user's turn that follows them if they
 * may stand there, else to the instructions at the front.
 */
final class InstructionsPass implements Pass {
    /** Instructions that wait for the end of a turn, with how many messages stood before them. */
    private record Held(PlacedMessage message, int at) {}

    @Override
    public void apply(Draft draft) {
        if (draft.rules.instructions() == TargetRules.Instructions.ANYWHERE) {
            return;
        }
        if (draft.rules.instructions() == TargetRules.Instructions.BEHIND_USER_MESSAGE) {
            behindUserMessages(draft);
            return;
        }
        List<PlacedMessage> leading = new ArrayList<>();
        List<PlacedMessage> rest = new ArrayList<>();
        List<Held> held = new ArrayList<>(0);
        for (PlacedMessage message : draft.messages) {
            if (!message.role().isInstruction()) {
                if (message.role() == Role.ASSISTANT) {
                    release(draft, held, leading, rest);
                }
                rest.add(message);
            } else if (rest.isEmpty()) {
                leading.add(message);
            } else {
                held.add(new Held(message, rest.size()));
            }
        }
        release(draft, held, leading, rest);
        leading.addAll(rest);
        draft.messages = leading;
    }

    /** What stands behind the model's or a tool's message waits for the next one of the user. */
    private static void behindUserMessages(Draft draft) {
        List<PlacedMessage> leading = new ArrayList<>();
        List<PlacedMessage> rest = new ArrayList<>();
        List<PlacedMessage> held = new ArrayList<>(0);
        for (PlacedMessage message : draft.messages) {
            Role before =
                    rest.isEmpty() ? Role.SYSTEM : rest.get(rest.size() - 1).role();
            if (!message.role().isInstruction()) {
                rest.add(message);
                if (message.role() == Role.USER) {
                    held.forEach(instruction -> moved(draft, instruction, "behind a message of the user", rest));
                    held.clear();
                }
            } else if (rest.isEmpty()) {
                leading.add(message);
            } else if (held.isEmpty() && (before == Role.USER || before.isInstruction())) {
                rest.add(message);
            } else {
                held.add(message);
            }
        }
        held.forEach(instruction -> moved(draft, instruction, "before the conversation", leading));
        leading.addAll(rest);
        draft.messages = leading;
    }

    private static void moved(Draft draft, PlacedMessage instruction, String where, List<PlacedMessage> to) {
        draft.losses.add(LossKind.MOVED, instruction.path(), "instructions stand " + where + " there");
        to.add(instruction);
    }

    private static void release(Draft draft, List<Held> held, List<PlacedMessage> leading, List<PlacedMessage> rest) {
        if (held.isEmpty()) {
            return;
        }
        int before = rest.size();
        boolean legal = draft.rules.instructions() == TargetRules.Instructions.AFTER_USER
                && rest.get(Math.max(0, before - 1)).role() != Role.ASSISTANT;
        for (Held instruction : held) {
            PlacedMessage message = instruction.message();
            if (legal) {
                if (instruction.at() < before) {
                    draft.losses.add(
                            LossKind.MOVED, message.path(), "instructions stand behind the user's whole turn there");
                }
                rest.add(message);
            } else {
                draft.losses.add(LossKind.MOVED, message.path(), "instructions stand before the conversation there");
                leading.add(message);
            }
        }
        held.clear();
    }
}
