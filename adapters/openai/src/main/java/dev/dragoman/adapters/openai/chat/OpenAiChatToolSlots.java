// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

import dev.dragoman.json.JsonProgress;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.model.event.ChatEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The tool calls of one choice. Vendors differ in what a fragment says: the index may be missing or always 0 (a new id means a new call), the
 * id may come once or always or as the text "null", the name may come late. A call is opened when its name is known and closed
 * when the next one begins and its arguments are complete JSON, or at the end.
 */
final class OpenAiChatToolSlots {
    /** More calls than any model makes; a bound on what a vendor can make us hold. */
    private static final int MAX_CALLS = 1024;

    private final int choice;
    private final String idSeed;
    private final List<Slot> slots = new ArrayList<>(0);
    /** The call that an index of the wire means now. */
    private final Map<Integer, Slot> byIndex = new HashMap<>(0);

    private @Nullable Slot last;
    private boolean regular = true;

    OpenAiChatToolSlots(int choice, String idSeed) {
        this.choice = choice;
        this.idSeed = idSeed;
    }

    boolean any() {
        return !slots.isEmpty();
    }

    /** Whether the fragment taken last says what OpenAI's clients demand: the call's own index, and its id at the start. */
    boolean isRegular() {
        return regular;
    }

    /** Takes a fragment and gives the number of the next part. */
    int accept(OpenAiChatToolCallDecoder fragment, int nextPart, Consumer<? super ChatEvent> out) {
        String id = fragment.id == null || fragment.id.isBlank() || fragment.id.equals("null") ? null : fragment.id;
        boolean named = fragment.name != null && !fragment.name.isEmpty();
        Slot slot = find(fragment.index, id, named);
        last = slot;
        slot.id = slot.id == null ? id : slot.id;
        regular = fragment.index != null && fragment.index == slot.number && slot.id != null;
        String arguments = fragment.arguments == null ? "" : fragment.arguments;
        if (slot.part >= 0) {
            more(slot, arguments, out);
            return nextPart;
        }
        slot.pending.append(arguments);
        if (!named) {
            return nextPart;
        }
        closeComplete(out);
        slot.part = nextPart;
        fragment.arguments = slot.pending.toString();
        slot.progress.append(fragment.arguments);
        String callId = slot.id != null ? slot.id : "call_" + idSeed + "_" + choice + "_" + slot.number;
        out.accept(new ChatEvent.PartStarted(choice, slot.part, fragment.build(callId)));
        return nextPart + 1;
    }

    void closeAll(Consumer<? super ChatEvent> out) {
        for (Slot slot : slots) {
            if (slot.part < 0) {
                throw new ChatException(ChatError.of(ErrorKind.UPSTREAM, "The vendor sent a tool call without a name"));
            }
            close(slot, out);
        }
    }

    private Slot find(@Nullable Integer index, @Nullable String id, boolean named) {
        Slot known = index != null ? byIndex.get(index) : last;
        if (known != null) {
            boolean same = id == null || id.equals(known.id);
            // Some vendors give every call the index 0: then a new id with a name is a new call.
            boolean anotherOfIndex = index != null && !same && known.id != null && named;
            if (index == null ? same : !anotherOfIndex) {
                return known;
            }
        }
        Slot slot = newSlot();
        slots.add(slot);
        if (index != null) {
            byIndex.put(index, slot);
        }
        return slot;
    }

    private Slot newSlot() {
        if (slots.size() >= MAX_CALLS) {
            throw new ChatException(ChatError.of(ErrorKind.UPSTREAM, "The vendor sent too many tool calls"));
        }
        return new Slot(slots.size());
    }

    private void more(Slot slot, String arguments, Consumer<? super ChatEvent> out) {
        if (arguments.isEmpty()) {
            return;
        }
        if (slot.closed) {
            if (!arguments.isBlank()) {
                throw new ChatException(
                        ChatError.of(ErrorKind.UPSTREAM, "The vendor added to a tool call that was complete"));
            }
            return;
        }
        slot.progress.append(arguments);
        out.accept(new ChatEvent.ArgumentsDelta(choice, slot.part, arguments));
    }

    private void closeComplete(Consumer<? super ChatEvent> out) {
        for (Slot slot : slots) {
            if (slot.part >= 0 && slot.progress.isComplete()) {
                close(slot, out);
            }
        }
    }

    private void close(Slot slot, Consumer<? super ChatEvent> out) {
        if (!slot.closed) {
            slot.closed = true;
            out.accept(new ChatEvent.PartEnded(choice, slot.part));
        }
    }

    private static final class Slot {
        final int number;
        final StringBuilder pending = new StringBuilder(0);
        final JsonProgress progress = new JsonProgress();

        @Nullable String id;

        int part = -1;
        boolean closed;

        Slot(int number) {
            this.number = number;
        }
    }
}
