// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.attempt;

import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.response.InputTokens;
import dev.dragoman.model.response.Usage;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes the events of a continuation those of the answer that it continues: its first text goes on in the part that was being
 * written, later parts are numbered after it, its start is not told, and its counts are those of the whole answer.
 */
final class Splice {
    private static final int LEFT_OUT = -1;

    private final int openPart;
    private final @Nullable Usage before;
    private final Map<Integer, Integer> numbers = new HashMap<>();
    private @Nullable Usage counted;
    private int next;
    private boolean joined;
    private boolean skipsSpace;

    /** @param progress of the stream that broke off */
    Splice(StreamProgress progress) {
        this.openPart = progress.openPart();
        this.before = progress.usage();
        this.next = openPart + 1;
        this.skipsSpace = progress.endsInSpace();
    }

    void accept(ChatEvent event, Consumer<? super ChatEvent> out) {
        if (event instanceof ChatEvent.ResponseStarted) {
            return;
        }
        if (event instanceof ChatEvent.UsageReported reported) {
            counted = reported.usage();
        } else if (event instanceof ChatEvent.PartStarted started) {
            start(started, out);
        } else if (event instanceof ChatEvent.TextDelta delta) {
            text(numbers.getOrDefault(delta.index(), LEFT_OUT), delta.text(), out);
        } else if (event instanceof ChatEvent.OfPart part) {
            int number = numbers.getOrDefault(part.index(), LEFT_OUT);
            if (number != LEFT_OUT) {
                out.accept(renumbered(part, number));
            }
        } else if (event instanceof ChatEvent.ChoiceFinished) {
            join(out);
            out.accept(event);
        } else if (event instanceof ChatEvent.ResponseEnded) {
            if (counted != null) {
                out.accept(new ChatEvent.UsageReported(merged(counted)));
            }
            out.accept(event);
        } else {
            out.accept(event);
        }
    }

    private void start(ChatEvent.PartStarted started, Consumer<? super ChatEvent> out) {
        if (!joined && started.part() instanceof Reasoning) {
            numbers.put(started.index(), LEFT_OUT); // thoughts come before a text, and the text has begun
            return;
        }
        if (!joined && started.part() instanceof Text text) {
            joined = true;
            numbers.put(started.index(), openPart);
            text(openPart, text.text(), out);
            return;
        }
        join(out);
        numbers.put(started.index(), next);
        out.accept(new ChatEvent.PartStarted(started.choice(), next, started.part()));
        next++;
    }

    /** A continuation without a text: the one that was being written is complete. */
    private void join(Consumer<? super ChatEvent> out) {
        if (!joined) {
            joined = true;
            out.accept(new ChatEvent.PartEnded(0, openPart));
        }
    }

    private void text(int number, String text, Consumer<? super ChatEvent> out) {
        String rest = text;
        if (number == openPart && skipsSpace) {
            rest = text.stripLeading();
            skipsSpace = rest.isEmpty();
        }
        if (number != LEFT_OUT && !rest.isEmpty()) {
            out.accept(new ChatEvent.TextDelta(0, number, rest));
        }
    }

    /**
     * The counts of the whole answer, as far as they are known: the input is what the first was given, and what the continuation was
     * given beyond that is output of the first.
     */
    private Usage merged(Usage after) {
        if (before == null || before.inputTokens() == 0 || before.inputTokens() > after.inputTokens()) {
            return after;
        }
        long said = after.inputTokens() - before.inputTokens();
        InputTokens input = before.input();
        return new Usage(before.inputTokens(), after.outputTokens() + said, input, after.output(), null);
    }

    private static ChatEvent renumbered(ChatEvent.OfPart event, int number) {
        if (event instanceof ChatEvent.RefusalDelta e) {
            return new ChatEvent.RefusalDelta(e.choice(), number, e.text());
        }
        if (event instanceof ChatEvent.ReasoningDelta e) {
            return new ChatEvent.ReasoningDelta(e.choice(), number, e.text());
        }
        if (event instanceof ChatEvent.ReasoningSummaryDelta e) {
            return new ChatEvent.ReasoningSummaryDelta(e.choice(), number, e.summary(), e.text());
        }
        if (event instanceof ChatEvent.ReasoningSealed e) {
            return new ChatEvent.ReasoningSealed(e.choice(), number, e.signature(), e.encrypted());
        }
        if (event instanceof ChatEvent.ArgumentsDelta e) {
            return new ChatEvent.ArgumentsDelta(e.choice(), number, e.text());
        }
        if (event instanceof ChatEvent.AudioDelta e) {
            return new ChatEvent.AudioDelta(e.choice(), number, e.data(), e.transcript(), e.expiresAt());
        }
        if (event instanceof ChatEvent.CitationAdded e) {
            return new ChatEvent.CitationAdded(e.choice(), number, e.citation());
        }
        if (event instanceof ChatEvent.PartEnded e) {
            return new ChatEvent.PartEnded(e.choice(), number);
        }
        throw new IllegalStateException("an event of a part that is not known: " + event);
    }
}
