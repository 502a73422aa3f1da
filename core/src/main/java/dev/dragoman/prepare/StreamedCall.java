// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.prepare;

import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.event.ChatEvent;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A tool call of a stream whose arguments are an object that comes in pieces, or as a whole with the call, and is text in the
 * canonical model. Not thread-safe.
 */
public final class StreamedCall {
    private final ToolCall call;
    private final StreamedArguments arguments = new StreamedArguments();

    /** @param call the call as it begins; its arguments count if no piece follows */
    public StreamedCall(ToolCall call) {
        this.call = Objects.requireNonNull(call, "call");
    }

    /** The call as a stream begins it, without arguments. */
    public ToolCall opening() {
        return call.withArguments("");
    }

    /**
     * A piece of the arguments comes.
     *
     * @param index number of the part in its answer
     * @param piece {@code null} if it holds none
     * @param out takes what can be told now
     */
    public void grow(int index, @Nullable String piece, Consumer<? super ChatEvent> out) {
        if (piece != null) {
            tell(index, arguments.take(piece), out);
        }
    }

    /** No piece follows. */
    public void end(int index, Consumer<? super ChatEvent> out) {
        tell(index, arguments.rest(call.arguments()), out);
    }

    private static void tell(int index, String piece, Consumer<? super ChatEvent> out) {
        if (!piece.isEmpty()) {
            out.accept(new ChatEvent.ArgumentsDelta(0, index, piece));
        }
    }
}
