// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway;

import dev.dragoman.dialect.StreamEncoder;
import dev.dragoman.framing.Frame;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.Loss;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.event.ChatEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a client is sent for the events of a stream. The end is kept apart until it is asked for, so that what was lost on the way
 * can be told before it.
 */
abstract class StreamText {
    private final StreamEncoder encoder;
    private final Losses losses;
    private final WireBuffer out = new WireBuffer(512);
    private final WireBuffer last = new WireBuffer(256);
    private int told;

    /** @param losses what was lost so far, and will be */
    StreamText(StreamEncoder encoder, Losses losses) {
        this.encoder = encoder;
        this.losses = losses;
    }

    /** Between two dialects: every event is encoded. */
    static StreamText translated(StreamEncoder encoder, Losses losses) {
        return new StreamText(encoder, losses) {
            @Override
            void event(ChatEvent event) {
                encoder.encode(event, event.isTerminal() ? last() : out());
            }
        };
    }

    abstract void event(ChatEvent event);

    void frameBegins() {}

    void frameEnds(@Nullable Frame frame, boolean regular) {}

    /** What follows comes from somebody else, and is encoded whatever was before. */
    void continues() {}

    /** Appends what tells a client that we are still there. */
    final void heartbeat(WireBuffer target) {
        encoder.heartbeat(target);
    }

    /** What is to be sent next. Whoever sends it resets it. */
    final WireBuffer out() {
        return out;
    }

    /** What ends the stream. */
    final WireBuffer last() {
        return last;
    }

    /** The losses that nobody was told of so far; now they count as told. */
    final List<Loss> takeLosses() {
        List<Loss> untold = losses.since(told);
        told = losses.size();
        return untold;
    }

    /** Appends the end, and before it the losses that the headers did not tell. */
    final void end() {
        if (losses.size() > told) {
            encoder.losses(takeLosses(), out);
        }
        out.append(last);
    }
}
