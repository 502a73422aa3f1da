// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat;

import dev.dragoman.json.JsonProgress;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.model.event.ChatEvent;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The tool calls of one choice. Vendors differ in what a fragment says: the index may be missing (a new id means a new call), the
 * id may come once or always or as the text "null", the name may come late. A call is opened when its name is known and closed
 * when the next one begins and its arguments are complete JSON, or at the end.
 */
final class OpenAiChatToolSlots {
    /** More calls than any model makes; a bound on what a vendor can make us hold. */
    private static final int MAX_CALLS = 1024;

    private final int choice;
    private final String idSeed;
    private final SortedMap<Integer, Slot> slots = new TreeMap<>();
    private @Nullable Slot last;

    OpenAiChatToolSlots(int choice, String idSeed) {
        this.choice = choice;
        this.idSeed = idSeed;
    }

    boolean any() {
        return !slots.isEmpty();
    }

    /** Takes a fragment and gives the number of the next part. */
    int accept(OpenAiChatToolCallDecoder fragment, int nextPart, Consumer<? super ChatEvent> out) {
        String id = fragment.id == null || fragment.id.isBlank() || fragment.id.equals("null") ? null : fragment.id;
        Slot slot = find(fragment.index, id);
        last = slot;
        slot.id = slot.id == null ? id : slot.id;
        String arguments = fragment.arguments == null ? "" : fragment.arguments;
        if (slot.part >= 0) {
            more(slot, arguments, out);
            return nextPart;
        }
        slot.pending.append(arguments);
        if (fragment.name == null || fragment.name.isEmpty()) {
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
        for (Slot slot : slots.values()) {
            if (slot.part < 0) {
                throw new ChatException(ChatError.of(ErrorKind.UPSTREAM, "The vendor sent a tool call without a name"));
            }
            close(slot, out);
        }
    }

    private Slot find(@Nullable Integer index, @Nullable String id) {
        if (index != null) {
            return slots.computeIfAbsent(index, i -> newSlot());
        }
        if (last != null && (id == null || id.equals(last.id))) {
            return last;
        }
        int next = slots.isEmpty() ? 0 : slots.lastKey() + 1;
        return slots.computeIfAbsent(next, i -> newSlot());
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
        for (Slot slot : slots.values()) {
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
