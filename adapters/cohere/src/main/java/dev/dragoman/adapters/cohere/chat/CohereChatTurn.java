// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import dev.dragoman.loss.LossKind;
import dev.dragoman.loss.Losses;
import dev.dragoman.loss.Severity;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.prepare.PlacedPart;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the model said, as a message tells it: a plan, then content, then calls. What stood otherwise is reported as moved. */
final class CohereChatTurn {
    private @Nullable Reasoning plan;
    private final List<PlacedPart> content = new ArrayList<>(2);
    private final List<ToolCall> calls = new ArrayList<>(0);

    private CohereChatTurn() {}

    static CohereChatTurn of(List<PlacedPart> parts, Losses losses) {
        CohereChatTurn turn = new CohereChatTurn();
        for (PlacedPart placed : parts) {
            if (placed.part() instanceof ToolCall call) {
                turn.calls.add(call);
                continue;
            }
            boolean isPlan =
                    turn.plan == null && placed.part() instanceof Reasoning thought && CohereChatSeal.isPlan(thought);
            if (!turn.calls.isEmpty() || (isPlan && !turn.content.isEmpty())) {
                losses.add(
                        LossKind.MOVED,
                        Severity.NOTE,
                        placed.path().substring(0, placed.path().lastIndexOf('[')),
                        "a message tells its plan first, then its content, then its calls");
            }
            if (isPlan) {
                turn.plan = (Reasoning) placed.part();
            } else {
                turn.content.add(placed);
            }
        }
        return turn;
    }

    /** The plan; {@code null} if there is none. */
    @Nullable String plan() {
        return plan == null ? null : plan.text();
    }

    /** Texts, thoughts and what only this dialect knows. */
    List<PlacedPart> content() {
        return content;
    }

    List<ToolCall> calls() {
        return calls;
    }
}
