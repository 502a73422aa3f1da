// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import dev.dragoman.loss.Losses;
import dev.dragoman.model.content.Opaque;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.event.ChatEvent;

/** Writes the steps of one part, between its start and its end. */
abstract class CohereChatPartWriter {
    /** Writes its start, and as much of it as is known. */
    abstract void begin();

    /** Writes what is added. */
    abstract void grow(ChatEvent event);

    /** Writes its end. */
    abstract void end();

    /**
     * The writer of a part that fits.
     *
     * @param path canonical path of the part
     * @param planned whether a plan was told before; a second one is told as a thought
     */
    static CohereChatPartWriter of(
            Part part, String path, boolean planned, CohereChatEventWriter writer, Losses losses) {
        if (part instanceof Text text) {
            return new CohereChatTextWriter(text, path, writer, losses);
        } else if (part instanceof ToolCall call) {
            return new CohereChatCallWriter(call, writer);
        } else if (part instanceof Reasoning thought) {
            return !planned && CohereChatSeal.isPlan(thought)
                    ? new CohereChatPlanWriter(thought, writer)
                    : new CohereChatThoughtWriter(thought, path, writer, losses);
        } else if (part instanceof Opaque opaque) {
            return new CohereChatOpaqueWriter(opaque, writer);
        }
        throw new IllegalStateException("does not fit: " + part);
    }
}
