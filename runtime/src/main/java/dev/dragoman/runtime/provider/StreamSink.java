// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.provider;

import dev.dragoman.framing.Frame;
import dev.dragoman.model.event.ChatEvent;
import org.jspecify.annotations.Nullable;

/**
 * Takes a streamed answer, in batches. The last batch ends with a terminal event; after it nothing comes. Failures of any kind
 * are {@link ChatEvent.StreamFailed}.
 */
public interface StreamSink {
    /**
     * The request is put to somebody, for the first time or once more. What was delivered before is void; none of it was content.
     */
    default void restarts() {}

    /** What follows comes from somebody else, who goes on where the one before broke off. It has no frames. */
    default void continues() {}

    /**
     * A frame of the vendor begins; the events up to {@link #frameEnds} are what it says. Events may also come outside of
     * frames: time limits, cut connections, answers that the vendor did not stream. A frame that cannot be read does not end.
     */
    default void frameBegins() {}

    /** The next event. */
    void event(ChatEvent event);

    /**
     * All events of this frame were delivered.
     *
     * @param frame the frame, valid only until this returns; {@code null} for what the end of the stream says
     * @param regular whether it may go on to clients of the same dialect as it is
     */
    default void frameEnds(@Nullable Frame frame, boolean regular) {}

    /** The batch is complete. Unless its last event was terminal, the next comes after {@link StreamHandle#fetch()}. */
    void flush();
}
