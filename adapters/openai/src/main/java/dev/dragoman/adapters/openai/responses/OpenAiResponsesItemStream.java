// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.responses;

import dev.dragoman.json.JsonWriter;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.event.ChatEvent;

/** Writes one item of an answer's output as events: its beginning, its pieces, its end. */
abstract class OpenAiResponsesItemStream {
    final OpenAiResponsesEventWriter writer;
    final String id;
    final int index;
    final Losses losses;

    OpenAiResponsesItemStream(OpenAiResponsesEventWriter writer, String id, Losses losses) {
        this.writer = writer;
        this.id = id;
        this.losses = losses;
        index = writer.nextItem();
    }

    abstract void begin();

    abstract void grow(ChatEvent event);

    /** Writes the end of the item with this status. */
    abstract void close(String status);

    /** Writes where an event belongs to. */
    final void place(JsonWriter json) {
        json.field("item_id", id).field("output_index", (Integer) index);
    }
}
