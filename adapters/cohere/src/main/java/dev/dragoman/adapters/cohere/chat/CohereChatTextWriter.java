// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import dev.dragoman.loss.Losses;
import dev.dragoman.model.content.Citation;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.response.TokenLogprob;
import java.util.List;

/** A text block of a stream. Its citations come before its end. */
final class CohereChatTextWriter extends CohereChatPartWriter {
    private final Text opening;
    private final String path;
    private final CohereChatEventWriter writer;
    private final Losses losses;
    /** What was written, of which citations repeat a stretch. */
    private final StringBuilder text = new StringBuilder();

    private int index;
    private int cited;

    CohereChatTextWriter(Text opening, String path, CohereChatEventWriter writer, Losses losses) {
        this.opening = opening;
        this.path = path;
        this.writer = writer;
        this.losses = losses;
    }

    @Override
    void begin() {
        index = writer.nextBlock();
        writer.piece("content-start", index, json -> {
            json.beginObject("content");
            CohereChatResponseEncoder.text(opening, "", json);
            json.endObject();
        });
        say(opening.text());
        cite(opening.citations());
    }

    private void say(String piece) {
        if (!piece.isEmpty()) {
            text.append(piece);
            writer.contentDelta(index, "text", piece);
        }
    }

    private void cite(List<Citation> citations) {
        cited += citations.size();
        for (Citation citation : citations) {
            int number = writer.nextCitation();
            writer.piece("citation-start", number, json -> {
                json.name(CohereChatCitations.MEMBER);
                CohereChatCitations.encode(citation, text, index, json);
            });
            writer.stop("citation-end", number);
        }
    }

    /** Writes the probability of a token, beside an empty piece of text. */
    void probability(TokenLogprob token) {
        writer.event("content-delta", json -> {
            json.field("index", (Integer) index).beginObject("delta").beginObject("message");
            json.beginObject("content").field("text", "").endObject();
            json.endObject().endObject().name(CohereChatLogprobs.MEMBER);
            CohereChatLogprobs.encode(token, json);
        });
    }

    @Override
    void grow(ChatEvent event) {
        if (event instanceof ChatEvent.TextDelta delta) {
            say(delta.text());
        } else if (event instanceof ChatEvent.RefusalDelta delta) {
            say(delta.text());
        } else if (event instanceof ChatEvent.CitationAdded added) {
            String place = path + ".citations[" + cited + "]";
            cite(List.of(CohereChatCitations.fit(added.citation(), place, losses)));
        }
    }

    @Override
    void end() {
        writer.stop("content-end", index);
    }
}
