// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.mistral.chat;

import dev.dragoman.json.JsonProgress;
import dev.dragoman.model.content.Signature;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.error.ErrorKind;
import dev.dragoman.model.event.ChatEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The tool calls of one choice. Mistral's own models send a call whole; hosted ones send its name first and its arguments in
 * pieces with an empty name and without an id. The index tells them apart, and where it is always 0, a new name with a new id.
 */
final class MistralChatToolSlots {
    /** More calls than any model makes; a bound on what a vendor can make us hold. */
    private static final int MAX_CALLS = 1024;

    private static final class Slot {
        final int number;
        final int part;
        final @Nullable String id;
        final JsonProgress progress = new JsonProgress();
        boolean closed;

        Slot(int number, int part, @Nullable String id) {
            this.number = number;
            this.part = part;
            this.id = id;
        }
    }

    private final int choice;
    private final String idSeed;
    private final List<Slot> slots = new ArrayList<>(0);
    /** The call that an index of the wire means now. */
    private final Map<Integer, Slot> byIndex = new HashMap<>(0);

    private final Map<Integer, Signature> signatures = new HashMap<>(0);

    MistralChatToolSlots(int choice, String idSeed) {
        this.choice = choice;
        this.idSeed = idSeed;
    }

    boolean any() {
        return !slots.isEmpty();
    }

    /** Takes note of the signature of a call that has yet to come. */
    void sign(int call, Signature signature) {
        if (signatures.size() < MAX_CALLS) {
            signatures.put(call, signature);
        }
    }

    /** Takes a whole call or a piece of one and gives the number of the next part. */
    int accept(MistralChatToolCallDecoder call, int nextPart, Consumer<? super ChatEvent> out) {
        Slot known = call.index != null ? byIndex.get(call.index) : last();
        String arguments = call.arguments == null ? "" : call.arguments;
        if (known != null && (!call.isNamed() || (call.id != null && call.id.equals(known.id)))) {
            more(known, arguments, out);
            return nextPart;
        }
        if (!call.isNamed()) {
            throw failed("The vendor sent a tool call without a name");
        }
        if (slots.size() >= MAX_CALLS) {
            throw failed("The vendor sent too many tool calls");
        }
        closeComplete(out);
        Slot slot = new Slot(slots.size(), nextPart, call.id);
        slots.add(slot);
        if (call.index != null) {
            byIndex.put(call.index, slot);
        }
        slot.progress.append(arguments);
        String id = call.id != null ? call.id : madeId(slot.number);
        out.accept(new ChatEvent.PartStarted(choice, slot.part, call.build(id, signatures.get(slot.number))));
        return nextPart + 1;
    }

    private @Nullable Slot last() {
        return slots.isEmpty() ? null : slots.get(slots.size() - 1);
    }

    /** Nine letters and digits, the same for the same answer. */
    private String madeId(int number) {
        int hash = Math.floorMod((idSeed + "/" + choice + "/" + number).hashCode(), 1_000_000_000);
        return String.format(Locale.ROOT, "%09d", hash);
    }

    private void more(Slot slot, String arguments, Consumer<? super ChatEvent> out) {
        if (arguments.isEmpty()) {
            return;
        }
        if (slot.closed) {
            if (!arguments.isBlank()) {
                throw failed("The vendor added to a tool call that was complete");
            }
            return;
        }
        slot.progress.append(arguments);
        out.accept(new ChatEvent.ArgumentsDelta(choice, slot.part, arguments));
    }

    private void closeComplete(Consumer<? super ChatEvent> out) {
        for (Slot slot : slots) {
            if (slot.progress.isComplete()) {
                close(slot, out);
            }
        }
    }

    void closeAll(Consumer<? super ChatEvent> out) {
        slots.forEach(slot -> close(slot, out));
    }

    private void close(Slot slot, Consumer<? super ChatEvent> out) {
        if (!slot.closed) {
            slot.closed = true;
            out.accept(new ChatEvent.PartEnded(choice, slot.part));
        }
    }

    private static ChatException failed(String message) {
        return new ChatException(ChatError.of(ErrorKind.UPSTREAM, message));
    }
}
