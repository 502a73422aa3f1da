// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model.event;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Checks that events come in the order stated at {@link ChatEvent}. A decoder that breaks it has a fault; the test kit runs
 * every decoder through it. Not thread-safe.
 */
public final class EventGrammar implements Consumer<ChatEvent> {
    private boolean started;
    private boolean over;
    private final Map<Integer, ChoiceState> choices = new HashMap<>();

    /**
     * Takes the next event.
     *
     * @throws IllegalStateException if this event may not come now
     */
    @Override
    public void accept(ChatEvent event) {
        if (over) {
            throw new IllegalStateException(event + " after the end");
        }
        if (event instanceof ChatEvent.StreamFailed) {
            over = true;
            return;
        }
        if (event instanceof ChatEvent.Heartbeat) {
            return;
        }
        if (event instanceof ChatEvent.ResponseStarted) {
            require(!started, event, "a second start");
            started = true;
            return;
        }
        require(started, event, "before the start");
        if (event instanceof ChatEvent.PartStarted e) {
            ChoiceState choice = choice(e.choice());
            require(!choice.finished, event, "after the choice finished");
            require(e.index() == choice.next, event, "parts are numbered without gaps");
            choice.next++;
            choice.open.add(e.index());
        } else if (event instanceof ChatEvent.PartEnded e) {
            require(choice(e.choice()).open.remove(e.index()), event, "the part is not open");
        } else if (event instanceof ChatEvent.OfPart e) {
            require(choice(e.choice()).open.contains(e.index()), event, "the part is not open");
        } else if (event instanceof ChatEvent.ChoiceFinished e) {
            ChoiceState choice = choice(e.choice());
            require(choice.open.isEmpty(), event, "a part is still open");
            require(!choice.finished, event, "the choice finished before");
            choice.finished = true;
        } else if (event instanceof ChatEvent.ResponseEnded) {
            for (ChoiceState choice : choices.values()) {
                require(choice.finished, event, "a choice has not finished");
            }
            over = true;
        }
    }

    /**
     * Says that no event follows.
     *
     * @throws IllegalStateException if the stream has neither ended nor failed
     */
    public void end() {
        if (!over) {
            throw new IllegalStateException("no terminal event");
        }
    }

    private ChoiceState choice(int index) {
        return choices.computeIfAbsent(index, i -> new ChoiceState());
    }

    private static void require(boolean condition, ChatEvent event, String complaint) {
        if (!condition) {
            throw new IllegalStateException(event + ": " + complaint);
        }
    }

    private static final class ChoiceState {
        final Set<Integer> open = new HashSet<>();
        int next;
        boolean finished;
    }
}
