// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.deployment.test;

import dev.dragoman.dialect.ProfileSource;
import dev.dragoman.dialect.ReplySource;
import dev.dragoman.dialect.RequestEncoder;
import dev.dragoman.dialect.StreamDecoder;
import dev.dragoman.dialect.VendorProfile;
import dev.dragoman.framing.Frame;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.event.ChatEvent.ExtensionsAdded.Place;
import java.util.List;
import java.util.function.Consumer;

/** A second dialect: OpenAI's on the wire, but it cannot say a seed. */
public final class MirrorDialect extends OpenAiShaped implements ProfileSource {
    /** A dialect of its own, at OpenAI's paths. */
    public MirrorDialect() {
        super("mirror", "openai-chat");
    }

    @Override
    public List<VendorProfile> profiles() {
        return List.of(VendorProfile.builder("mirror", id()).build());
    }

    @Override
    public RequestEncoder requestEncoder() {
        RequestEncoder original = super.requestEncoder();
        return (request, context) -> {
            if (request.sampling().seed() != null) {
                context.losses().dropped("sampling.seed", "mirrors have no seeds");
            }
            return original.encode(request, context);
        };
    }

    /** A stream that says, shortly before its end, what no other dialect can. */
    @Override
    public StreamDecoder streamDecoder(ReplySource source) {
        StreamDecoder decoder = super.streamDecoder(source);
        return new StreamDecoder() {
            @Override
            public void decode(Frame frame, Consumer<? super ChatEvent> out) {
                if (frame.text().contains("\"stop\"")) {
                    out.accept(new ChatEvent.ExtensionsAdded(
                            Place.RESPONSE, 0, Extensions.of("mirror", "reflection", RawJson.TRUE)));
                }
                decoder.decode(frame, out);
            }

            @Override
            public void end(Consumer<? super ChatEvent> out) {
                decoder.end(out);
            }
        };
    }
}
