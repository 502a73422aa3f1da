// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model.event;

import dev.dragoman.model.content.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Brings parts that are open side by side one after another, for clients whose streams know no interleaving: while a part that
 * must stand alone is open, what belongs to later parts of its choice waits. Nothing is changed but the order. Not thread-safe.
 */
public final class PartSequencer implements Consumer<ChatEvent> {
    private final Consumer<? super ChatEvent> out;
    private final Predicate<Part> alone;
    private final Map<Integer, ChoiceState> choices = new HashMap<>(1);

    /**
     * A sequencer in front of a consumer.
     *
     * @param alone which parts must be closed before the next one of their choice may begin
     */
    public PartSequencer(Predicate<Part> alone, Consumer<? super ChatEvent> out) {
        this.alone = alone;
        this.out = out;
    }

    @Override
    public void accept(ChatEvent event) {
        if (event instanceof ChatEvent.OfPart step) {
            choices.computeIfAbsent(step.choice(), i -> new ChoiceState()).take(step);
        } else {
            out.accept(event);
        }
    }

    private final class ChoiceState {
        private final Set<Integer> waitingParts = new HashSet<>(0);
        private List<ChatEvent.OfPart> waiting = new ArrayList<>(0);
        private @Nullable Integer open;

        void take(ChatEvent.OfPart event) {
            int part = event.index();
            boolean starts = event instanceof ChatEvent.PartStarted;
            if ((starts && open != null) || waitingParts.contains(part)) {
                waitingParts.add(part);
                waiting.add(event);
                return;
            }
            if (starts && alone.test(((ChatEvent.PartStarted) event).part())) {
                open = part;
            }
            out.accept(event);
            if (event instanceof ChatEvent.PartEnded && open != null && open == part) {
                open = null;
                release();
            }
        }

        private void release() {
            if (waiting.isEmpty()) {
                return;
            }
            List<ChatEvent.OfPart> released = waiting;
            waiting = new ArrayList<>(0);
            waitingParts.clear();
            released.forEach(this::take);
        }
    }
}
