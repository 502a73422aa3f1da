// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.dialect;

import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.event.ChatEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A piece of reasoning while it is written to a client, for dialects that show one string of words and seal it at its end. The
 * words are the text; where there is none, the summaries, with a blank line between them. What is shown is not kept. Not
 * thread-safe.
 */
public final class StreamedReasoning {
    private final Reasoning opening;
    private final Consumer<String> words;
    private final List<StringBuilder> summaries = new ArrayList<>(0);
    private boolean text;
    private boolean empty = true;
    private @Nullable String signature;
    private @Nullable String encrypted;

    /**
     * A piece that begins.
     *
     * @param opening what is known of it so far
     * @param words writes words that are to be shown, which may be empty
     */
    public StreamedReasoning(Reasoning opening, Consumer<String> words) {
        this.opening = opening;
        this.words = words;
        this.text = opening.text() != null;
        this.signature = opening.signature();
        this.encrypted = opening.encrypted();
    }

    /** Whether it has a text, as far as is known. */
    public boolean hasText() {
        return text;
    }

    /** Whether none of its text has come. */
    public boolean isEmpty() {
        return empty;
    }

    /** Whether it has summaries, as far as is known. */
    public boolean hasSummaries() {
        return !summaries.isEmpty();
    }

    /** Shows what was known of it when it began. */
    public void begin() {
        if (opening.text() != null && !opening.text().isEmpty()) {
            text(opening.text());
        }
        for (int i = 0; i < opening.summary().size(); i++) {
            summary(i, opening.summary().get(i));
        }
    }

    /** Takes a step; steps of other parts than reasoning change nothing. */
    public void grow(ChatEvent event) {
        if (event instanceof ChatEvent.ReasoningDelta delta) {
            if (!delta.text().isEmpty()) {
                text(delta.text());
            }
        } else if (event instanceof ChatEvent.ReasoningSummaryDelta delta) {
            summary(delta.summary(), delta.text());
        } else if (event instanceof ChatEvent.ReasoningSealed sealed) {
            signature = sealed.signature() != null ? sealed.signature() : signature;
            encrypted = sealed.encrypted() != null ? sealed.encrypted() : encrypted;
        }
    }

    private void text(String more) {
        text = true;
        empty = false;
        words.accept(more);
    }

    private void summary(int number, String more) {
        boolean first = number >= summaries.size();
        while (summaries.size() <= number) {
            summaries.add(new StringBuilder());
        }
        summaries.get(number).append(more);
        if (!text) {
            words.accept(first && number > 0 ? "\n\n" + more : more);
        }
    }

    /** What is known of it; its text, which was shown, is empty. */
    public Reasoning soFar() {
        return new Reasoning(
                text ? "" : null,
                summaries.stream().map(StringBuilder::toString).toList(),
                signature,
                encrypted,
                opening.id(),
                opening.origin(),
                opening.extensions());
    }
}
