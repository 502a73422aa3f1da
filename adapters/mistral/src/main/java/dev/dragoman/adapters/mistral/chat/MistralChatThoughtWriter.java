// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.mistral.chat;

import dev.dragoman.json.JsonWriter;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.prepare.ReasoningSeal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The thinking chunks of a part that comes in pieces. A piece that is not Mistral's own says at its start where it is from, so that
 * a reader knows before its end; a chunk without a text says the rest and that the part is complete.
 */
final class MistralChatThoughtWriter {
    private final Reasoning opening;
    private final Consumer<Consumer<JsonWriter>> content;
    private final List<StringBuilder> summary = new ArrayList<>(0);
    private boolean text;
    private boolean started;
    private @Nullable String signature;
    private @Nullable String encrypted;

    /** @param content writes the content of a delta: an array of the chunks that it is handed */
    MistralChatThoughtWriter(Reasoning opening, Consumer<Consumer<JsonWriter>> content) {
        this.opening = opening;
        this.content = content;
        this.text = opening.text() != null;
        this.signature = opening.signature();
        this.encrypted = opening.encrypted();
    }

    void begin() {
        if (opening.text() != null) {
            show(opening.text());
        }
        for (int i = 0; i < opening.summary().size(); i++) {
            summarize(i, opening.summary().get(i));
        }
    }

    void grow(ChatEvent.ReasoningDelta event) {
        text = true;
        show(event.text());
    }

    void grow(ChatEvent.ReasoningSummaryDelta event) {
        summarize(event.summary(), event.text());
    }

    void seal(ChatEvent.ReasoningSealed event) {
        signature = event.signature() != null ? event.signature() : signature;
        encrypted = event.encrypted() != null ? event.encrypted() : encrypted;
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
        String head = started || isNative() ? null : head();
        boolean first = !started;
        started = true;
        content.accept(json -> {
            MistralChatThoughts.begin(words, json);
            json.field("signature", head);
            if (first) {
                MistralChatDialect.EXTENSIONS.writeOwn(opening.extensions(), json);
            }
            json.endObject();
        });
    }

    /** Whether this is Mistral's own, as far as is known. */
    private boolean isNative() {
        return MistralChatNative.ORIGIN.equals(opening.origin()) && opening.id() == null && (text || summary.isEmpty());
    }

    private String head() {
        return new ReasoningSeal(false, null, opening.origin(), text, null, null, opening.id(), List.of()).write();
    }

    void end() {
        List<String> summaries = summary.stream().map(StringBuilder::toString).toList();
        Reasoning whole = new Reasoning(
                text ? "" : null,
                summaries,
                signature,
                encrypted,
                opening.id(),
                opening.origin(),
                opening.extensions());
        boolean plain = MistralChatNative.isNative(whole) && !ReasoningSeal.isSeal(signature);
        String proof = plain ? signature : ReasoningSeal.of(whole).write();
        content.accept(json -> {
            MistralChatThoughts.begin(null, json);
            json.field("signature", proof).field("closed", Boolean.TRUE);
            if (!started) {
                MistralChatDialect.EXTENSIONS.writeOwn(opening.extensions(), json);
            }
            json.endObject();
        });
    }
}
