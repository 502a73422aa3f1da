// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.prepare;

import dev.dragoman.model.content.Text;
import dev.dragoman.model.event.ChatEvent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Takes the text that a vendor continues, and repeats, from the beginning of each choice, also where it comes in pieces. A choice
 * that begins otherwise stays as it is. Not thread-safe.
 */
final class PrefillRemover {
    /** How much of the prefill the first text of a choice has repeated. */
    private static final class Progress {
        final int part;
        int matched;

        Progress(int part) {
            this.part = part;
        }
    }

    private final String prefill;
    private final Map<Integer, Progress> matching = new HashMap<>(1);
    private final Set<Integer> seen = new HashSet<>(1);

    PrefillRemover(String prefill) {
        this.prefill = prefill;
    }

    void remove(ChatEvent event, Consumer<? super ChatEvent> out) {
        if (event instanceof ChatEvent.PartStarted start
                && start.part() instanceof Text text
                && seen.add(start.choice())) {
            matching.put(start.choice(), new Progress(start.index()));
            out.accept(new ChatEvent.PartStarted(start.choice(), start.index(), begun(text, start.choice())));
        } else if (event instanceof ChatEvent.TextDelta delta && isMatching(delta)) {
            String left = left(delta.text(), delta.choice());
            if (!left.isEmpty()) {
                out.accept(new ChatEvent.TextDelta(delta.choice(), delta.index(), left));
            }
        } else if (event instanceof ChatEvent.PartEnded end && isMatching(end)) {
            Progress progress = matching.remove(end.choice());
            if (progress != null && progress.matched > 0) {
                out.accept(new ChatEvent.TextDelta(end.choice(), end.index(), prefill.substring(0, progress.matched)));
            }
            out.accept(event);
        } else {
            out.accept(event);
        }
    }

    private boolean isMatching(ChatEvent.OfPart event) {
        Progress progress = matching.get(event.choice());
        return progress != null && progress.part == event.index();
    }

    private Text begun(Text text, int choice) {
        return new Text(left(text.text(), choice), text.citations(), text.signature(), text.cache(), text.extensions());
    }

    /** What is left of a piece without what it repeats; all that was taken so far, if it turns out to be no repetition. */
    private String left(String piece, int choice) {
        Progress progress = matching.get(choice);
        if (progress == null) {
            return piece;
        }
        int length = Math.min(piece.length(), prefill.length() - progress.matched);
        if (!piece.regionMatches(0, prefill, progress.matched, length)) {
            matching.remove(choice);
            return prefill.substring(0, progress.matched) + piece;
        }
        progress.matched += length;
        if (progress.matched < prefill.length()) {
            return "";
        }
        matching.remove(choice);
        return piece.substring(length);
    }
}
