// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.dialect;

import dev.dragoman.framing.Frame;
import dev.dragoman.model.event.ChatEvent;
import java.util.function.Consumer;

/**
 * Wire to canonical, for streams: a state machine that is fed one frame at a time and sends the events it makes out of it, in
 * the order of {@link ChatEvent}'s grammar. After a terminal event it ignores what follows.
 */
public interface StreamDecoder {
    /**
     * Takes the next frame.
     *
     * @throws dev.dragoman.model.error.ChatException of kind {@code UPSTREAM} if the frame is unreadable; the stream is then
     *     over
     */
    void decode(Frame frame, Consumer<? super ChatEvent> out);

    /**
     * Whether the frame decoded last may go on to clients of the same dialect as it is. Where it may not, because a vendor differs
     * from what the clients of the dialect take, its events are written anew. Always true where vendors do not differ.
     */
    default boolean isRegular() {
        return true;
    }

    /**
     * Says that no frame follows. If the vendor has not ended the answer itself, this sends
     * {@link ChatEvent.StreamFailed}: a cut stream is never a success.
     */
    void end(Consumer<? super ChatEvent> out);
}
