// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.responses;

import dev.dragoman.json.JsonWriter;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.content.Citation;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Refusal;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.response.TokenLogprob;
import java.util.ArrayList;
import java.util.List;

/** A message of a stream: content parts, one after another. */
final class OpenAiResponsesMessageStream extends OpenAiResponsesItemStream {
    /** A content part that is complete. */
    private record Said(Part part, List<TokenLogprob> logprobs) {}

    private final Extensions first;
    private final List<Said> said = new ArrayList<>(1);
    private Part opening;
    private String path;
    private final StringBuilder text = new StringBuilder();
    private final List<Citation> citations = new ArrayList<>(0);
    private int citationsSeen;
    private final List<TokenLogprob> logprobs = new ArrayList<>(0);
    /** Probabilities that wait for the next piece of text. */
    private final List<TokenLogprob> waiting = new ArrayList<>(0);

    OpenAiResponsesMessageStream(
            Part opening, String path, OpenAiResponsesEventWriter writer, String id, Losses losses) {
        super(writer, id, losses);
        this.opening = opening;
        this.path = path;
        first = opening.extensions();
    }

    @Override
    void begin() {
        writer.added(index, json -> {
            OpenAiResponsesOutputItems.beginMessage(id, "in_progress", first, json);
            json.beginArray("content").endArray().endObject();
        });
        open();
    }

    /** Goes on with another content part. */
    void next(Part part, String partPath) {
        closePart();
        opening = part;
        path = partPath;
        open();
    }

    Part opening() {
        return opening;
    }

    private void open() {
        text.setLength(0);
        citations.clear();
        logprobs.clear();
        citationsSeen = 0;
        part("added", empty(), List.of());
        if (opening instanceof Text words) {
            add(words.text());
            citationsSeen = words.citations().size();
            words.citations().forEach(this::cite);
        } else if (opening instanceof Refusal refusal) {
            add(refusal.text());
        }
    }

    private Part empty() {
        return opening instanceof Refusal
                ? new Refusal("", opening.extensions())
                : new Text("", List.of(), null, null, opening.extensions());
    }

    private void part(String stage, Part part, List<TokenLogprob> tokens) {
        writer.lines("response.content_part." + stage, json -> {
            placeOfPart(json);
            json.name("part");
            OpenAiResponsesContentEncoder.writeTold(part, tokens, json);
        });
    }

    private void placeOfPart(JsonWriter json) {
        place(json);
        json.field("content_index", (Integer) said.size());
    }

    /** Takes probabilities; {@code false} if what is open has no place for them. */
    boolean probabilities(List<TokenLogprob> tokens) {
        if (!(opening instanceof Text)) {
            return false;
        }
        waiting.addAll(tokens);
        return true;
    }

    private void add(String more) {
        if (more.isEmpty() && waiting.isEmpty()) {
            return;
        }
        text.append(more);
        if (opening instanceof Refusal) {
            writer.delta("response.refusal.delta", more, this::placeOfPart);
            return;
        }
        writer.delta("response.output_text.delta", more, json -> {
            placeOfPart(json);
            OpenAiResponsesContentEncoder.tokens(waiting, json);
        });
        logprobs.addAll(waiting);
        waiting.clear();
    }

    private void cite(Citation citation) {
        int number = citations.size();
        citations.add(citation);
        writer.lines("response.output_text.annotation.added", json -> {
            placeOfPart(json);
            json.field("annotation_index", (Integer) number).name("annotation");
            OpenAiResponsesCitations.encode(citation, json);
        });
    }

    @Override
    void grow(ChatEvent event) {
        if (event instanceof ChatEvent.TextDelta delta) {
            add(delta.text());
        } else if (event instanceof ChatEvent.RefusalDelta delta) {
            add(delta.text());
        } else if (event instanceof ChatEvent.CitationAdded added) {
            String place = path + ".citations[" + citationsSeen++ + "]";
            Citation fitted = OpenAiResponsesCitations.fit(added.citation(), text.length(), place, losses);
            if (fitted != null) {
                cite(fitted);
            }
        }
    }

    private void closePart() {
        add("");
        String whole = text.toString();
        List<TokenLogprob> tokens = List.copyOf(logprobs);
        Part part;
        if (opening instanceof Refusal refusal) {
            part = new Refusal(whole, refusal.extensions());
            writer.event("response.refusal.done", json -> {
                placeOfPart(json);
                json.field("refusal", whole);
            });
        } else {
            part = new Text(whole, citations, null, null, opening.extensions());
            writer.event("response.output_text.done", json -> {
                placeOfPart(json);
                json.field("text", whole);
                OpenAiResponsesContentEncoder.tokens(tokens, json);
            });
        }
        part("done", part, tokens);
        said.add(new Said(part, tokens));
    }

    @Override
    void close(String status) {
        closePart();
        writer.done(index, json -> {
            OpenAiResponsesOutputItems.beginMessage(id, status, first, json);
            json.beginArray("content");
            said.forEach(content -> OpenAiResponsesContentEncoder.writeTold(content.part(), content.logprobs(), json));
            json.endArray().endObject();
        });
    }
}
