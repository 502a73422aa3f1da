// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.prepare;

import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.Role;
import dev.dragoman.model.tool.ToolChoice;

/**
 * A choice among the tools that cannot be said: tools that must not be called are not declared, and where the model cannot be made
 * to call one, an instruction asks it to.
 */
final class ToolChoicePass implements Pass {
    static final String CALL_ONE = "Call at least one of the tools that you are given before you answer.";
    static final String CALL_IT = "Call the tool that you are given before you answer.";

    @Override
    public void apply(Draft draft) {
        TargetRules.ToolChoices sayable = draft.rules.toolChoices();
        if (sayable == TargetRules.ToolChoices.ALL) {
            return;
        }
        if (draft.choice instanceof ToolChoice.Named named) {
            keepOnly(draft, named.tool().name());
            draft.choice = ToolChoice.REQUIRED;
            if (sayable == TargetRules.ToolChoices.MODES) {
                draft.emulated("toolChoice", "the one tool to be called is the only one declared");
            } else {
                ask(draft, CALL_IT);
            }
        } else if (sayable == TargetRules.ToolChoices.AUTO_ONLY && draft.choice instanceof ToolChoice.Mode mode) {
            switch (mode.kind()) {
                case AUTO -> {
                    draft.note(LossKind.DROPPED, "toolChoice", "the model decides anyway");
                    draft.choice = null;
                }
                case NONE -> none(draft);
                case REQUIRED -> ask(draft, CALL_ONE);
            }
        }
    }

    private static void keepOnly(Draft draft, String name) {
        draft.tools.removeIf(placed -> {
            boolean removed = !placed.tool().name().equals(name);
            if (removed) {
                draft.emulated(placed.path(), "another tool must be called, so this one is not declared");
            }
            return removed;
        });
    }

    private static void none(Draft draft) {
        draft.tools.forEach(placed -> draft.emulated(placed.path(), "no tool may be called, so none is declared"));
        draft.tools.clear();
        draft.choice = null;
        draft.emulated("toolChoice", "no tool may be called, so none is declared");
    }

    /** An instruction is no promise: this is not the same effect. */
    private static void ask(Draft draft, String text) {
        draft.choice = null;
        if (draft.tools.isEmpty()) {
            draft.losses.dropped("toolChoice", "there is no tool to call");
            return;
        }
        int leading = 0;
        while (leading < draft.messages.size()
                && draft.messages.get(leading).role().isInstruction()) {
            leading++;
        }
        draft.messages.add(leading, PlacedMessage.made(Role.SYSTEM, text, "toolChoice"));
        draft.losses.add(
                LossKind.APPROXIMATED,
                Severity.CHANGES_ANSWER,
                "toolChoice",
                "the model cannot be made to call a tool");
        draft.emulated("toolChoice", "an instruction asks the model to call a tool");
    }
}
