// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway;

import dev.dragoman.dialect.StreamEncoder;
import dev.dragoman.framing.Frame;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.loss.Losses;
import dev.dragoman.model.event.ChatEvent;
import org.jspecify.annotations.Nullable;

/**
 * Between the same dialect frames pass through as they are. Their events are encoded all the same, into the bin: the encoder must
 * know where the stream is when it is asked to end it, to say that it failed, or to write anew what clients could not read.
 */
final class RelayedText extends StreamText {
    private final StreamEncoder encoder;
    private final Losses losses;
    private final Losses found;
    private final WireBuffer written = new WireBuffer(512);
    private boolean inFrame;
    private int before;

    /**
     * @param losses where to report what was lost
     * @param found where the encoder reports it, most of it in vain, since the frame passes through
     */
    RelayedText(StreamEncoder encoder, Losses losses, Losses found) {
        super(encoder, losses);
        this.encoder = encoder;
        this.losses = losses;
        this.found = found;
    }

    @Override
    void frameBegins() {
        inFrame = true;
        before = found.size();
    }

    @Override
    void continues() {
        sendAnew(); // what was read of a frame that cannot be sent
    }

    @Override
    void event(ChatEvent event) {
        if (event instanceof ChatEvent.StreamFailed) {
            sendAnew();
            encoder.encode(event, last());
        } else if (inFrame) {
            encoder.encode(event, event.isTerminal() ? last() : written);
        } else {
            before = found.size();
            encoder.encode(event, event.isTerminal() ? last() : out());
            losses.addAll(found.since(before));
        }
    }

    @Override
    void frameEnds(@Nullable Frame frame, boolean regular) {
        if (!regular) {
            sendAnew();
        } else if (frame != null) {
            relay(frame);
        }
        written.reset();
        inFrame = false;
    }

    private void relay(Frame frame) {
        if (last().isEmpty()) {
            encoder.relay(frame, out());
        } else { // the frame that ends the stream
            last().reset();
            encoder.relay(frame, last());
        }
    }

    private void sendAnew() {
        if (inFrame) {
            out().append(written);
            written.reset();
            losses.addAll(found.since(before));
            inFrame = false;
        }
    }
}
