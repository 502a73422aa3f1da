// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import dev.dragoman.model.event.ChatEvent;
import java.util.function.Consumer;

/** A tool call of a stream. Its arguments pass as they come, unless they may yet be {@code null}, which means none. */
final class CohereChatOpenCall {
    private final int part;
    private final StringBuilder held = new StringBuilder();
    private boolean passing;

    private CohereChatOpenCall(int part) {
        this.part = part;
    }

    static CohereChatOpenCall begin(int part, int number, CohereChatCallDecoder call, Consumer<? super ChatEvent> out) {
        out.accept(new ChatEvent.PartStarted(0, part, call.lenient(number, "")));
        CohereChatOpenCall begun = new CohereChatOpenCall(part);
        begun.grow(call.arguments(), out);
        return begun;
    }

    void grow(String piece, Consumer<? super ChatEvent> out) {
        if (piece.isEmpty()) {
            return;
        }
        if (passing) {
            out.accept(new ChatEvent.ArgumentsDelta(0, part, piece));
            return;
        }
        held.append(piece);
        if (!CohereChatArguments.NOTHING.startsWith(held.toString().strip())) {
            passing = true;
            out.accept(new ChatEvent.ArgumentsDelta(0, part, held.toString()));
        }
    }

    void end(Consumer<? super ChatEvent> out) {
        if (!passing) {
            out.accept(new ChatEvent.ArgumentsDelta(0, part, CohereChatArguments.decode(held.toString())));
        }
        out.accept(new ChatEvent.PartEnded(0, part));
    }
}
