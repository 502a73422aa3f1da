// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import dev.dragoman.model.content.Citation;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.prepare.ReasoningSeal;
import java.util.List;
import java.util.function.Consumer;

/**
 * A block of content of a stream. A text stays open behind its end, for citations that come after it, until something else
 * begins.
 */
final class CohereChatOpenBlock {
    private final int part;
    private final Part opening;
    /** Whether what the block shows is none of the reasoning, but summaries at most. */
    private final boolean displayOnly;
    /** A text so far, to read citations by. */
    private final StringBuilder text = new StringBuilder();

    private boolean open = true;

    private CohereChatOpenBlock(int part, Part opening, boolean displayOnly) {
        this.part = part;
        this.opening = opening;
        this.displayOnly = displayOnly;
    }

    static CohereChatOpenBlock begin(int part, Part opening, boolean displayOnly, Consumer<? super ChatEvent> out) {
        out.accept(new ChatEvent.PartStarted(0, part, opening));
        CohereChatOpenBlock block = new CohereChatOpenBlock(part, opening, displayOnly);
        if (opening instanceof Text words) {
            block.text.append(words.text());
        }
        return block;
    }

    boolean isOpen() {
        return open;
    }

    boolean isText() {
        return opening instanceof Text;
    }

    void grow(CohereChatBlock piece, Consumer<? super ChatEvent> out) {
        if (isText()) {
            if (piece.text != null && !piece.text.isEmpty()) {
                text.append(piece.text);
                out.accept(new ChatEvent.TextDelta(0, part, piece.text));
            }
        } else if (opening instanceof Reasoning) {
            if (piece.thinking != null && !piece.thinking.isEmpty() && !displayOnly) {
                out.accept(new ChatEvent.ReasoningDelta(0, part, piece.thinking));
            }
            if (piece.seal != null) {
                seal(piece.seal, out);
            }
        }
    }

    private void seal(ReasoningSeal seal, Consumer<? super ChatEvent> out) {
        List<String> summary = seal.summary();
        for (int i = 0; i < summary.size(); i++) {
            out.accept(new ChatEvent.ReasoningSummaryDelta(0, part, i, summary.get(i)));
        }
        if (seal.signature() != null || seal.encrypted() != null) {
            out.accept(new ChatEvent.ReasoningSealed(0, part, seal.signature(), seal.encrypted()));
        }
    }

    void cite(CohereChatCitation entry, Consumer<? super ChatEvent> out) {
        for (Citation citation : entry.of(text)) {
            out.accept(new ChatEvent.CitationAdded(0, part, citation));
        }
    }

    void end(Consumer<? super ChatEvent> out) {
        if (open) {
            open = false;
            out.accept(new ChatEvent.PartEnded(0, part));
        }
    }
}
