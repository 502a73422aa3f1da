// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

import dev.dragoman.json.RawJson;
import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.event.ChatEvent.ExtensionsAdded.Place;
import dev.dragoman.model.response.FinishReason;
import dev.dragoman.model.response.Usage;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings the events of a vendor that differs from its dialect into the form that the dialect's other vendors give them: reasoning
 * between tags, counts in other places, other words for the end. One per reply; not thread-safe.
 */
final class ReplyFilter implements Consumer<ChatEvent> {
    private final ReplyRules rules;
    private final String family;
    private final Origin origin;
    private final Consumer<? super ChatEvent> out;
    private final Map<Integer, ThinkingChoice> choices = new HashMap<>(1);

    ReplyFilter(ReplyRules rules, String family, Origin origin, Consumer<? super ChatEvent> out) {
        this.rules = rules;
        this.family = family;
        this.origin = origin;
        this.out = out;
    }

    @Override
    public void accept(ChatEvent event) {
        if (event instanceof ChatEvent.OfPart step) {
            part(step);
        } else if (event instanceof ChatEvent.UsageReported report) {
            usage(report.usage());
        } else if (event instanceof ChatEvent.ExtensionsAdded added) {
            out.accept(event);
            usageOf(added);
        } else if (event instanceof ChatEvent.ChoiceFinished finish) {
            ThinkingChoice choice = choices.get(finish.choice());
            if (choice != null) {
                choice.end();
            }
            out.accept(new ChatEvent.ChoiceFinished(finish.choice(), reason(finish.reason())));
        } else {
            out.accept(event);
        }
    }

    private void part(ChatEvent.OfPart event) {
        if (rules.thinkTags().isNone()) {
            out.accept(event);
        } else {
            choices.computeIfAbsent(event.choice(), ThinkingChoice::new).take(event);
        }
    }

    private void usage(Usage usage) {
        Usage complete = UsageReader.complete(usage, rules.usage());
        out.accept(new ChatEvent.UsageReported(complete));
    }

    private void usageOf(ChatEvent.ExtensionsAdded added) {
        for (String place : rules.usage().objects()) {
            boolean ofChoice = place.startsWith("choices[].");
            if (ofChoice != (added.place() == Place.CHOICE) || added.place() == Place.MESSAGE) {
                continue;
            }
            String[] names =
                    place.substring(ofChoice ? "choices[].".length() : 0).split("\\.", -1);
            RawJson value = added.extensions().get(family, names[0]);
            for (int i = 1; i < names.length && value != null; i++) {
                value = value.isObject() ? ObjectDraft.of(value).get(names[i]) : null;
            }
            Usage usage = UsageReader.read(value, rules.usage());
            if (usage != null) {
                out.accept(new ChatEvent.UsageReported(usage));
            }
        }
    }

    private FinishReason reason(FinishReason reason) {
        FinishReason.Kind kind =
                reason.raw() == null ? null : rules.finishReasons().get(reason.raw());
        if (kind == null || kind == reason.kind()) {
            return reason;
        }
        // A call among the output stays a call, unless the vendor says that it was cut off.
        boolean masks = reason.kind() == FinishReason.Kind.TOOL_CALLS && kind == FinishReason.Kind.STOP;
        if (masks) {
            return reason;
        }
        return new FinishReason(kind, reason.raw(), reason.stopSequence());
    }

    /** The parts of a choice, whose first text may begin with reasoning. */
    private final class ThinkingChoice implements ThinkScanner.Sink {
        private final int choice;
        private final Map<Integer, Integer> numbers = new HashMap<>();
        private int next;
        private boolean textSeen;
        private boolean thinks;
        private int scanned = -1;
        private @Nullable ThinkScanner scanner;
        private @Nullable Text opening;
        private int thoughtPart = -1;
        private int textPart = -1;

        ThinkingChoice(int choice) {
            this.choice = choice;
        }

        void take(ChatEvent.OfPart event) {
            if (event instanceof ChatEvent.PartStarted start && start.part() instanceof Text text && !textSeen) {
                textSeen = true;
                scanned = start.index();
                opening = text;
                scanner = new ThinkScanner(thinks ? rules.thinkTags().afterThought() : rules.thinkTags(), this);
                scan(text.text());
                return;
            }
            if (event.index() == scanned && scanner != null) {
                if (event instanceof ChatEvent.TextDelta delta) {
                    scan(delta.text());
                    return;
                }
                if (event instanceof ChatEvent.PartEnded) {
                    end();
                    return;
                }
                if (textPart < 0) {
                    scanner.end();
                    text("");
                }
                out.accept(ReplyParts.numbered(event, textPart));
                return;
            }
            if (event instanceof ChatEvent.PartStarted start) {
                thinks |= start.part() instanceof Reasoning;
                numbers.put(event.index(), next++);
            }
            out.accept(ReplyParts.numbered(event, numbers.getOrDefault(event.index(), event.index())));
        }

        private void scan(String piece) {
            ThinkScanner reading = scanner;
            if (reading == null) {
                return;
            }
            reading.append(piece);
        }

        void end() {
            ThinkScanner reading = scanner;
            if (reading == null) {
                return;
            }
            scanner = null;
            reading.end();
            if (textPart < 0 && thoughtPart < 0) {
                text("");
            }
            if (textPart >= 0) {
                out.accept(new ChatEvent.PartEnded(choice, textPart));
            }
        }

        @Override
        public void thought(String text) {
            if (thoughtPart < 0) {
                thoughtPart = next++;
                out.accept(new ChatEvent.PartStarted(choice, thoughtPart, Reasoning.of("", origin)));
            }
            out.accept(new ChatEvent.ReasoningDelta(choice, thoughtPart, text));
        }

        @Override
        public void thoughtEnds() {
            if (thoughtPart >= 0) {
                out.accept(new ChatEvent.PartEnded(choice, thoughtPart));
            }
        }

        @Override
        public void text(String text) {
            if (textPart >= 0) {
                out.accept(new ChatEvent.TextDelta(choice, textPart, text));
                return;
            }
            textPart = next++;
            Text first = opening;
            out.accept(new ChatEvent.PartStarted(
                    choice,
                    textPart,
                    first == null
                            ? Text.of(text)
                            : new Text(text, first.citations(), first.signature(), first.cache(), first.extensions())));
        }
    }
}
