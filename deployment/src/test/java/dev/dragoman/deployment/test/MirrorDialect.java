// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.deployment.test;

import dev.dragoman.adapters.openai.chat.OpenAiChatDialect;
import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.ErrorCodec;
import dev.dragoman.dialect.ModelListEncoder;
import dev.dragoman.dialect.ProfileSource;
import dev.dragoman.dialect.ReplyShape;
import dev.dragoman.dialect.ReplySource;
import dev.dragoman.dialect.RequestDecoder;
import dev.dragoman.dialect.RequestEncoder;
import dev.dragoman.dialect.RequestForwarder;
import dev.dragoman.dialect.RequestPaths;
import dev.dragoman.dialect.ResponseDecoder;
import dev.dragoman.dialect.ResponseEncoder;
import dev.dragoman.dialect.StreamDecoder;
import dev.dragoman.dialect.StreamEncoder;
import dev.dragoman.dialect.VendorProfile;
import dev.dragoman.framing.Frame;
import dev.dragoman.framing.FrameDecoder;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.event.ChatEvent;
import dev.dragoman.model.event.ChatEvent.ExtensionsAdded.Place;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A second dialect: OpenAI's on the wire, but it cannot say a seed. */
public final class MirrorDialect implements Dialect, ProfileSource {
    private final Dialect original = new OpenAiChatDialect();

    @Override
    public String id() {
        return "mirror";
    }

    @Override
    public List<VendorProfile> profiles() {
        return List.of(new VendorProfile("mirror", id(), null, VendorProfile.Auth.BEARER, List.of(), Map.of()));
    }

    @Override
    public RequestEncoder requestEncoder() {
        return (request, context) -> {
            if (request.sampling().seed() != null) {
                context.losses().dropped("sampling.seed", "mirrors have no seeds");
            }
            return original.requestEncoder().encode(request, context);
        };
    }

    @Override
    public RequestDecoder requestDecoder() {
        return original.requestDecoder();
    }

    @Override
    public RequestForwarder requestForwarder() {
        return original.requestForwarder();
    }

    @Override
    public ResponseDecoder responseDecoder() {
        return original.responseDecoder();
    }

    @Override
    public ResponseEncoder responseEncoder() {
        return original.responseEncoder();
    }

    @Override
    public String streamMediaType(ReplyShape shape) {
        return original.streamMediaType(shape);
    }

    @Override
    public FrameDecoder frameDecoder() {
        return original.frameDecoder();
    }

    /** A stream that says, shortly before its end, what no other dialect can. */
    @Override
    public StreamDecoder streamDecoder(ReplySource source) {
        StreamDecoder decoder = original.streamDecoder(source);
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

    @Override
    public StreamEncoder streamEncoder(EncodeContext context) {
        return original.streamEncoder(context);
    }

    @Override
    public ErrorCodec errors() {
        return original.errors();
    }

    @Override
    public ModelListEncoder modelListEncoder() {
        return original.modelListEncoder();
    }

    @Override
    public RequestPaths requestPaths() {
        return original.requestPaths();
    }
}
