// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.event.ChatEvent;

/** {@code tool_plan}, which has no number, no start and no end. */
final class CohereChatPlanWriter extends CohereChatPartWriter {
    private final Reasoning plan;
    private final CohereChatEventWriter writer;

    CohereChatPlanWriter(Reasoning plan, CohereChatEventWriter writer) {
        this.plan = plan;
        this.writer = writer;
    }

    @Override
    void begin() {
        say(plan.text() == null ? "" : plan.text());
    }

    private void say(String piece) {
        if (!piece.isEmpty()) {
            writer.event(
                    "tool-plan-delta",
                    json -> json.beginObject("delta")
                            .beginObject("message")
                            .field("tool_plan", piece)
                            .endObject()
                            .endObject());
        }
    }

    @Override
    void grow(ChatEvent event) {
        if (event instanceof ChatEvent.ReasoningDelta delta) {
            say(delta.text());
        }
    }

    @Override
    void end() {
        // There is no such event.
    }
}
