// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.profile;

import dev.dragoman.loss.Losses;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Reasoning;
import dev.dragoman.model.content.Text;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.response.ChatResponse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Notices texts that clients of a profile would take for reasoning, since they begin with its tag or within it. There is no way to write such
 * a text otherwise. One per answer; not thread-safe.
 */
final class TagWatch {
    private final ThinkTags tags;
    private final Losses losses;
    private final Map<Integer, Watched> choices = new HashMap<>(1);
    /** Choices that began with reasoning. */
    private final Set<Integer> thinking = new HashSet<>(1);

    private static final class Watched implements ThinkScanner.Sink {
        final int part;
        final ThinkScanner scanner;
        boolean tagged;

        Watched(int part, ThinkTags tags) {
            this.part = part;
            this.scanner = new ThinkScanner(tags, this);
        }

        @Override
        public void thought(String text) {
            tagged = true;
        }

        @Override
        public void thoughtEnds() {
            tagged = true;
        }

        @Override
        public void text(String text) {}
    }

    TagWatch(ThinkTags tags, Losses losses) {
        this.tags = tags;
        this.losses = losses;
    }

    void see(ChatResponse response) {
        for (int i = 0; i < response.choices().size(); i++) {
            List<Part> parts = response.choices().get(i).message().parts();
            for (int j = 0; j < parts.size(); j++) {
                see(new ChatEvent.PartStarted(i, j, parts.get(j)));
            }
            finish(i);
        }
    }

    void see(ChatEvent event) {
        if (event instanceof ChatEvent.PartStarted start && start.part() instanceof Text text) {
            ThinkTags here = thinking.contains(start.choice()) ? tags.afterThought() : tags;
            choices.computeIfAbsent(start.choice(), i -> new Watched(start.index(), here))
                    .scanner
                    .append(text.text());
        } else if (event instanceof ChatEvent.PartStarted start && start.part() instanceof Reasoning) {
            thinking.add(start.choice());
        } else if (event instanceof ChatEvent.TextDelta delta && choices.containsKey(delta.choice())) {
            choices.get(delta.choice()).scanner.append(delta.text());
        } else if (event instanceof ChatEvent.ChoiceFinished finish) {
            finish(finish.choice());
        }
    }

    private void finish(int choice) {
        Watched watched = choices.remove(choice);
        if (watched == null) {
            return;
        }
        watched.scanner.end();
        if (watched.tagged) {
            losses.approximated(
                    "choices[" + choice + "].message.parts[" + watched.part + "]", "the text reads as reasoning there");
        }
    }
}
