// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import dev.dragoman.model.content.Opaque;
import dev.dragoman.model.event.ChatEvent;

/** A block that only this dialect knows: all of it at its start. */
final class CohereChatOpaqueWriter extends CohereChatPartWriter {
    private final Opaque opaque;
    private final CohereChatEventWriter writer;

    CohereChatOpaqueWriter(Opaque opaque, CohereChatEventWriter writer) {
        this.opaque = opaque;
        this.writer = writer;
    }

    @Override
    void begin() {
        int index = writer.nextBlock();
        writer.piece("content-start", index, json -> json.field("content", opaque.json()));
        writer.stop("content-end", index);
    }

    @Override
    void grow(ChatEvent event) {
        // It came whole.
    }

    @Override
    void end() {
        // It ended at its start.
    }
}
