// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import dev.dragoman.loss.Losses;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.prepare.ReasoningSeal;
import java.util.ArrayList;
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
    private final List<StringBuilder> summary = new ArrayList<>(0);
    private boolean text;
    private boolean empty = true;
    private @Nullable String signature;
    private @Nullable String encrypted;
    private int index = -1;

    CohereChatThoughtWriter(Reasoning opening, String path, CohereChatEventWriter writer, Losses losses) {
        this.opening = opening;
        this.path = path;
        this.writer = writer;
        this.losses = losses;
        this.text = opening.text() != null;
        this.signature = opening.signature();
        this.encrypted = opening.encrypted();
    }

    @Override
    void begin() {
        if (opening.text() != null && !opening.text().isEmpty()) {
            words(opening.text());
        }
        for (int i = 0; i < opening.summary().size(); i++) {
            summarize(i, opening.summary().get(i));
        }
    }

    private void words(String words) {
        if (words.isEmpty()) {
            return;
        }
        if (index >= 0 && !text) {
            losses.dropped(path + ".text", "the block began to show summaries");
            return;
        }
        text = true;
        empty = false;
        show(words);
    }

    private void summarize(int number, String words) {
        boolean first = number >= summary.size();
        while (summary.size() <= number) {
            summary.add(new StringBuilder());
        }
        summary.get(number).append(words);
        // Summaries are shown where there is no text.
        if (!text) {
            show(first && number > 0 ? "\n\n" + words : words);
        }
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
                text ? "" : null, List.of(), null, null, opening.id(), opening.origin(), opening.extensions());
        return CohereChatSeal.of(head);
    }

    @Override
    void grow(ChatEvent event) {
        if (event instanceof ChatEvent.ReasoningDelta delta) {
            words(delta.text());
        } else if (event instanceof ChatEvent.ReasoningSummaryDelta delta) {
            summarize(delta.summary(), delta.text());
        } else if (event instanceof ChatEvent.ReasoningSealed seal) {
            signature = seal.signature() != null ? seal.signature() : signature;
            encrypted = seal.encrypted() != null ? seal.encrypted() : encrypted;
        }
    }

    @Override
    void end() {
        start();
        if (signature != null || encrypted != null || !summary.isEmpty()) {
            List<String> summaries =
                    summary.stream().map(StringBuilder::toString).toList();
            ReasoningSeal seal = new ReasoningSeal(false, null, null, text, signature, encrypted, null, summaries);
            writer.event("content-delta", json -> {
                json.field("index", (Integer) index).beginObject("delta").beginObject("message");
                json.beginObject("content").field("thinking", "");
                CohereChatSeal.write(seal, json);
                json.endObject().endObject().endObject();
            });
        }
        if (text && empty) {
            CohereChatThoughts.empty(path, losses);
        }
        writer.stop("content-end", index);
    }
}
