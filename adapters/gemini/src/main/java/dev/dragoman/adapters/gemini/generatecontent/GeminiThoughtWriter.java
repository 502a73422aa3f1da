// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.prepare.ReasoningSeal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A thought of a stream: a seal that says whose it is, its words as they come, a seal that holds the rest. */
final class GeminiThoughtWriter {
    /** Takes the pieces. */
    interface Pieces {
        void piece(String text, @Nullable String signature, Extensions own);
    }

    private final Reasoning opening;
    private final Pieces out;
    private final List<StringBuilder> summary = new ArrayList<>(0);
    private boolean text;
    private @Nullable String signature;
    private @Nullable String encrypted;
    private boolean started;

    GeminiThoughtWriter(Reasoning opening, Pieces out) {
        this.opening = opening;
        this.out = out;
        text = opening.text() != null;
        signature = opening.signature();
        encrypted = opening.encrypted();
    }

    void begin() {
        if (opening.text() != null && !opening.text().isEmpty()) {
            words(opening.text());
        }
        for (int i = 0; i < opening.summary().size(); i++) {
            summarize(i, opening.summary().get(i));
        }
    }

    void grow(ChatEvent event) {
        if (event instanceof ChatEvent.ReasoningDelta delta) {
            if (!delta.text().isEmpty()) {
                words(delta.text());
            }
        } else if (event instanceof ChatEvent.ReasoningSummaryDelta delta) {
            summarize(delta.summary(), delta.text());
        } else if (event instanceof ChatEvent.ReasoningSealed sealed) {
            signature = sealed.signature() != null ? sealed.signature() : signature;
            encrypted = sealed.encrypted() != null ? sealed.encrypted() : encrypted;
        }
    }

    private void words(String words) {
        text = true;
        start();
        out.piece(words, null, Extensions.NONE);
    }

    /** Summaries are shown where there is no text. */
    private void summarize(int number, String words) {
        boolean first = number >= summary.size();
        while (summary.size() <= number) {
            summary.add(new StringBuilder());
        }
        summary.get(number).append(words);
        if (!text && !words.isEmpty()) {
            start();
            out.piece(first && number > 0 ? "\n\n" + words : words, null, Extensions.NONE);
        }
    }

    private void start() {
        if (!started) {
            started = true;
            ReasoningSeal head =
                    new ReasoningSeal(true, null, opening.origin(), text, null, null, opening.id(), List.of());
            out.piece("", GeminiSeal.write(head), opening.extensions());
        }
    }

    void end() {
        start();
        List<String> summaries = summary.stream().map(StringBuilder::toString).toList();
        ReasoningSeal rest =
                new ReasoningSeal(false, null, opening.origin(), text, signature, encrypted, opening.id(), summaries);
        out.piece("", GeminiSeal.write(rest), Extensions.NONE);
    }
}
