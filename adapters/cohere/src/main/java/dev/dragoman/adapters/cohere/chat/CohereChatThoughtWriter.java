// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import dev.dragoman.dialect.StreamedReasoning;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.prepare.ReasoningSeal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A thinking block of a stream. Whether it shows the reasoning or its summaries tells its first piece, so it starts no earlier;
 * what seals it comes before its end.
 */
final class CohereChatThoughtWriter extends CohereChatPartWriter {
    private final Reasoning opening;
    private final String path;
    private final CohereChatEventWriter writer;
    private final Losses losses;
    private final StreamedReasoning told;
    private int index = -1;

    CohereChatThoughtWriter(Reasoning opening, String path, CohereChatEventWriter writer, Losses losses) {
        this.opening = opening;
        this.path = path;
        this.writer = writer;
        this.losses = losses;
        this.told = new StreamedReasoning(opening, this::show);
    }

    @Override
    void begin() {
        told.begin();
    }

    private void show(String words) {
        start();
        if (!words.isEmpty()) {
            writer.contentDelta(index, "thinking", words);
        }
    }

    private void start() {
        if (index >= 0) {
            return;
        }
        index = writer.nextBlock();
        ReasoningSeal seal = startSeal();
        writer.piece("content-start", index, json -> {
            json.beginObject("content").field("type", "thinking").field("thinking", "");
            CohereChatSeal.write(seal, json);
            CohereChatDialect.EXTENSIONS.writeOwn(opening.extensions(), json);
            json.endObject();
        });
    }

    /** What is known at the start: who made it, and whether the block shows the reasoning itself. */
    private @Nullable ReasoningSeal startSeal() {
        Reasoning head = new Reasoning(
                told.hasText() ? "" : null,
                List.of(),
                null,
                null,
                opening.id(),
                opening.origin(),
                opening.extensions());
        return CohereChatSeal.of(head);
    }

    @Override
    void grow(ChatEvent event) {
        boolean late = event instanceof ChatEvent.ReasoningDelta delta
                && index >= 0
                && !delta.text().isEmpty();
        if (late && !told.hasText()) {
            losses.dropped(path + ".text", "the block began to show summaries");
        } else {
            told.grow(event);
        }
    }

    @Override
    void end() {
        start();
        Reasoning whole = told.soFar();
        if (whole.isSealed() || told.hasSummaries()) {
            ReasoningSeal seal = new ReasoningSeal(
                    false, null, null, told.hasText(), whole.signature(), whole.encrypted(), null, whole.summary());
            writer.event("content-delta", json -> {
                json.field("index", (Integer) index).beginObject("delta").beginObject("message");
                json.beginObject("content").field("thinking", "");
                CohereChatSeal.write(seal, json);
                json.endObject().endObject().endObject();
            });
        }
        if (told.hasText() && told.isEmpty()) {
            CohereChatThoughts.empty(path, losses);
        }
        writer.stop("content-end", index);
    }
}
