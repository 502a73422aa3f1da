// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.responses;

import dev.dragoman.dialect.StreamedParts;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.prepare.ReasoningSeal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reasoning: texts and summaries first, what seals it at the end. An item that carries the signature of what follows is no part.
 */
final class OpenAiResponsesOpenThought extends OpenAiResponsesOpenItem {
    private int part = -1;
    private boolean carrier;
    private final List<Integer> summaries = new ArrayList<>(0);
    private final List<Integer> texts = new ArrayList<>(0);

    OpenAiResponsesOpenThought(StreamedParts parts) {
        super(parts);
    }

    @Override
    void begin(OpenAiResponsesItem item, Consumer<? super ChatEvent> out) {
        ReasoningSeal seal = ReasoningSeal.read(item.encrypted);
        if (seal != null && seal.next()) {
            carrier = true;
            parts.signNext(seal.ofPart());
            return;
        }
        Reasoning known = OpenAiResponsesThoughts.decode(item, parts.origin());
        part = parts.start(
                new Reasoning(null, List.of(), null, null, known.id(), known.origin(), known.extensions()), out);
    }

    @Override
    void grow(OpenAiResponsesEvent event, Consumer<? super ChatEvent> out) {
        if (carrier) {
            return;
        }
        switch (event.type()) {
            case "response.reasoning_summary_part.added" -> summary(event.summaryIndex(), event.partText(), out);
            case "response.reasoning_summary_text.delta" -> summary(event.summaryIndex(), event.delta(), out);
            case "response.reasoning_summary_text.done" ->
                summary(event.summaryIndex(), rest(event.whole(), told(summaries, event.summaryIndex())), out);
            case "response.reasoning_summary_part.done" ->
                summary(event.summaryIndex(), rest(event.partText(), told(summaries, event.summaryIndex())), out);
            case "response.content_part.added", "response.content_part.done" ->
                text(event.contentIndex(), rest(event.partText(), told(texts, event.contentIndex())), out);
            case "response.reasoning_text.delta" -> text(event.contentIndex(), event.delta(), out);
            case "response.reasoning_text.done" ->
                text(event.contentIndex(), rest(event.whole(), told(texts, event.contentIndex())), out);
            default -> {}
        }
    }

    private static int told(List<Integer> lengths, int index) {
        return index >= 0 && index < lengths.size() ? lengths.get(index) : 0;
    }

    private static void tell(List<Integer> lengths, int index, int length) {
        while (lengths.size() <= index) {
            lengths.add(0);
        }
        lengths.set(index, lengths.get(index) + length);
    }

    private void summary(int index, @Nullable String text, Consumer<? super ChatEvent> out) {
        String more = text == null ? "" : text;
        boolean known = index < summaries.size();
        tell(summaries, index, more.length());
        if (!known || !more.isEmpty()) {
            out.accept(new ChatEvent.ReasoningSummaryDelta(0, part, index, more));
        }
    }

    private void text(int index, @Nullable String text, Consumer<? super ChatEvent> out) {
        if (text != null && !text.isEmpty()) {
            tell(texts, index, text.length());
            out.accept(new ChatEvent.ReasoningDelta(0, part, text));
        }
    }

    @Override
    void complete(OpenAiResponsesItem item, Consumer<? super ChatEvent> out) {
        if (carrier) {
            return;
        }
        for (int i = 0; i < item.summary.size(); i++) {
            summary(i, rest(item.summary.get(i), told(summaries, i)), out);
        }
        List<Part> content = item.content == null ? List.of() : item.content;
        for (int i = 0; i < content.size(); i++) {
            if (content.get(i) instanceof Text t) {
                text(i, rest(t.text(), told(texts, i)), out);
            }
        }
        Reasoning whole = OpenAiResponsesThoughts.decode(item, parts.origin());
        if (whole.isSealed()) {
            out.accept(new ChatEvent.ReasoningSealed(0, part, whole.signature(), whole.encrypted()));
        }
    }

    @Override
    void end(Consumer<? super ChatEvent> out) {
        if (!carrier) {
            parts.end(part, out);
        }
    }
}
