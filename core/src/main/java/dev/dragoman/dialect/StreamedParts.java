// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.dialect;

import dev.dragoman.model.content.Origin;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.Signature;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.event.ChatEvent;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Numbers the parts of an answer without choices while it is read, and gives a signature that came ahead, in a block of its own, to
 * the part that it is meant for. Not thread-safe.
 */
public final class StreamedParts {
    private final Origin origin;
    private int next;
    private boolean calls;
    private @Nullable Signature ahead;

    /** @param origin who makes the parts */
    public StreamedParts(Origin origin) {
        this.origin = origin;
    }

    /** Who makes the parts. */
    public Origin origin() {
        return origin;
    }

    /** Keeps a signature for the next part that can carry one; {@code null} forgets the last one. */
    public void signNext(@Nullable Signature signature) {
        ahead = signature;
    }

    /** Whether a signature waits for its part. */
    public boolean hasSignature() {
        return ahead != null;
    }

    /** Whether a call began. */
    public boolean hasCalls() {
        return calls;
    }

    /** Tells that a part begins; gives its number. */
    public int start(Part part, Consumer<? super ChatEvent> out) {
        int index = next++;
        calls |= part instanceof ToolCall;
        Part begun = part;
        if (ahead != null && Signature.fits(part)) {
            begun = ahead.on(part);
            ahead = null;
        }
        out.accept(new ChatEvent.PartStarted(0, index, begun));
        return index;
    }

    /** Tells that a part is complete. */
    public void end(int index, Consumer<? super ChatEvent> out) {
        out.accept(new ChatEvent.PartEnded(0, index));
    }

    /** Tells a part that does not come in pieces. */
    public void whole(Part part, Consumer<? super ChatEvent> out) {
        end(start(part, out), out);
    }
}
