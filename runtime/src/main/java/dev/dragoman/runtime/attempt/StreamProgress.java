// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.attempt;

import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.response.Usage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a stream has come. Whether somebody else may go on with it follows from the events alone: nothing but text and open
 * thoughts so far, and the last text still being written.
 */
final class StreamProgress {
    private final List<StringBuilder> texts = new ArrayList<>(1);
    private boolean plain = true;
    private boolean open;
    private int last = -1;
    private @Nullable Usage usage;

    /** Forgets everything: another attempt begins. */
    void clear() {
        texts.clear();
        plain = true;
        open = false;
        last = -1;
        usage = null;
    }

    void accept(ChatEvent event) {
        if (event instanceof ChatEvent.UsageReported reported) {
            usage = reported.usage();
        } else if (event instanceof ChatEvent.PartStarted started) {
            begin(started);
        } else if (event instanceof ChatEvent.TextDelta delta) {
            plain &= open && delta.index() == last && !texts.isEmpty();
            if (plain) {
                texts.get(texts.size() - 1).append(delta.text());
            }
        } else if (event instanceof ChatEvent.PartEnded) {
            open = false;
        } else if (event instanceof ChatEvent.ChoiceFinished) {
            plain = false;
        } else if (!(event instanceof ChatEvent.ReasoningDelta || event instanceof ChatEvent.ReasoningSummaryDelta)) {
            plain &= !event.isContent();
        }
    }

    private void begin(ChatEvent.PartStarted started) {
        Part part = started.part();
        plain &= started.choice() == 0 && !open;
        open = true;
        last = started.index();
        if (part instanceof Text text && text.isPlain()) {
            texts.add(new StringBuilder(text.text()));
        } else {
            plain &= part instanceof Reasoning reasoning && !reasoning.isSealed() && texts.isEmpty();
        }
    }

    /** Whether somebody else can go on with it. */
    boolean isContinuable() {
        return plain
                && open
                && !texts.isEmpty()
                && !texts.get(texts.size() - 1).toString().isBlank();
    }

    /** The texts so far; the last one without white space at its end, which models must not be given. */
    List<String> texts() {
        List<String> said =
                new ArrayList<>(texts.stream().map(StringBuilder::toString).toList());
        said.set(said.size() - 1, said.get(said.size() - 1).stripTrailing());
        return said;
    }

    /** Whether the last text ends in white space. */
    boolean endsInSpace() {
        StringBuilder text = texts.get(texts.size() - 1);
        return Character.isWhitespace(text.charAt(text.length() - 1));
    }

    /** Number of the part that is being written. */
    int openPart() {
        return last;
    }

    /** The counts told so far; {@code null} if none. */
    @Nullable Usage usage() {
        return usage;
    }
}
