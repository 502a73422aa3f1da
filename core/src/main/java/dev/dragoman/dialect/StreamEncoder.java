// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.dialect;

import dev.dragoman.framing.Frame;
import dev.dragoman.framing.Sse;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.Loss;
import dev.dragoman.model.event.ChatEvent;
import java.util.List;

/**
 * Canonical to wire, for streams: a state machine that turns each event into no, one or several frames. The terminal events
 * write the dialect's end or its error.
 */
public interface StreamEncoder {
    /** Appends the frames of this event to {@code out}. */
    void encode(ChatEvent event, WireBuffer out);

    /** Appends a frame that clients of this dialect pass over, to keep the connection alive; nothing where there is none. */
    void heartbeat(WireBuffer out);

    /** Appends losses as a comment, where the framing has comments; nothing otherwise. */
    void losses(List<Loss> losses, WireBuffer out);

    /**
     * Appends a frame that a vendor of this dialect sent, for streams that pass through. Its events were encoded before, so that
     * the encoder knows where the stream is; what that wrote is not sent. By default a server-sent event.
     *
     * @return {@code false} if the client did not ask for this frame; then nothing was appended
     */
    default boolean relay(Frame frame, WireBuffer out) {
        Sse.copy(out, frame);
        return true;
    }
}
