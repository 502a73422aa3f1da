// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.responses;

import dev.dragoman.loss.Losses;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.event.ChatEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reasoning of a stream: summaries and text in pieces, what seals it at the end. */
final class OpenAiResponsesThoughtStream extends OpenAiResponsesItemStream {
    private static final String TEXT = "reasoning_text";
    private static final String SUMMARY = "summary_text";

    private final Reasoning opening;
    private final List<String> texts = new ArrayList<>(0);
    private final StringBuilder text = new StringBuilder();
    private boolean textOpen;
    private final List<StringBuilder> summaries = new ArrayList<>(0);
    private int openSummary = -1;
    private @Nullable String signature;
    private @Nullable String encrypted;

    OpenAiResponsesThoughtStream(Reasoning opening, OpenAiResponsesEventWriter writer, String id, Losses losses) {
        super(writer, id, losses);
        this.opening = opening;
        signature = opening.signature();
        encrypted = opening.encrypted();
    }

    @Override
    void begin() {
        // Who made it and its id are known from the beginning; what seals it comes at the end.
        Reasoning bare =
                new Reasoning(null, List.of(), null, null, opening.id(), opening.origin(), opening.extensions());
        String seal = OpenAiResponsesThoughts.encrypted(bare, id);
        writer.added(index, json -> OpenAiResponsesThoughts.write(bare, id, seal, json));
        for (int i = 0; i < opening.summary().size(); i++) {
            summary(i, opening.summary().get(i));
        }
        if (opening.text() != null) {
            text(opening.text());
        }
    }

    @Override
    void grow(ChatEvent event) {
        if (event instanceof ChatEvent.ReasoningDelta delta) {
            text(delta.text());
        } else if (event instanceof ChatEvent.ReasoningSummaryDelta delta) {
            summary(delta.summary(), delta.text());
        } else if (event instanceof ChatEvent.ReasoningSealed sealed) {
            signature = sealed.signature() != null ? sealed.signature() : signature;
            encrypted = sealed.encrypted() != null ? sealed.encrypted() : encrypted;
        }
    }

    private void text(String more) {
        if (more.isEmpty()) {
            return;
        }
        if (!textOpen) {
            endSummary();
            textOpen = true;
            textPart("added", "");
        }
        text.append(more);
        writer.delta("response.reasoning_text.delta", more, json -> {
            place(json);
            json.field("content_index", (Integer) texts.size());
        });
    }

    private void endText() {
        if (!textOpen) {
            return;
        }
        String whole = text.toString();
        writer.event("response.reasoning_text.done", json -> {
            place(json);
            json.field("content_index", (Integer) texts.size()).field("text", whole);
        });
        textPart("done", whole);
        textOpen = false;
        texts.add(whole);
        text.setLength(0);
    }

    private void textPart(String stage, String whole) {
        writer.event("response.content_part." + stage, json -> {
            place(json);
            json.field("content_index", (Integer) texts.size()).beginObject("part");
            json.field("type", TEXT).field("text", whole).endObject();
        });
    }

    private void summary(int number, String more) {
        while (summaries.size() <= number) {
            endSummary();
            endText();
            openSummary = summaries.size();
            summaries.add(new StringBuilder());
            summaryPart("added", openSummary, "");
        }
        summaries.get(number).append(more);
        if (!more.isEmpty()) {
            writer.delta("response.reasoning_summary_text.delta", more, json -> {
                place(json);
                json.field("summary_index", (Integer) number);
            });
        }
    }

    private void summaryPart(String stage, int number, String whole) {
        writer.event("response.reasoning_summary_part." + stage, json -> {
            place(json);
            json.field("summary_index", (Integer) number).beginObject("part");
            json.field("type", SUMMARY).field("text", whole).endObject();
        });
    }

    private void endSummary() {
        if (openSummary < 0) {
            return;
        }
        int number = openSummary;
        openSummary = -1;
        String whole = summaries.get(number).toString();
        writer.event("response.reasoning_summary_text.done", json -> {
            place(json);
            json.field("summary_index", (Integer) number).field("text", whole);
        });
        summaryPart("done", number, whole);
    }

    @Override
    void close(String status) {
        endSummary();
        endText();
        Reasoning thought = new Reasoning(
                null,
                summaries.stream().map(StringBuilder::toString).toList(),
                signature,
                encrypted,
                opening.id(),
                opening.origin(),
                opening.extensions());
        String seal = OpenAiResponsesThoughts.encrypted(thought, id);
        writer.done(index, json -> OpenAiResponsesThoughts.write(thought, texts, id, seal, json));
    }
}
