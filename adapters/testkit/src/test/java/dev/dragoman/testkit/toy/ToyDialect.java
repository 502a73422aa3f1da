// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit.toy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dragoman.dialect.DecodedRequest;
import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.EncodedRequest;
import dev.dragoman.dialect.ErrorCodec;
import dev.dragoman.dialect.ModelEntry;
import dev.dragoman.dialect.ModelListEncoder;
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
import dev.dragoman.framing.FrameDecoder;
import dev.dragoman.framing.SseDecoder;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.testkit.json.JsonTrees;
import dev.dragoman.testkit.model.CanonicalJson;
import java.util.List;
import java.util.Map;

/** A dialect that can say everything but {@code topK}, and says so. Broken ones override a method. */
public class ToyDialect implements Dialect {
    /** Id of this dialect. */
    public static final String ID = "toy";

    @Override
    public String id() {
        return ID;
    }

    /** Reads what {@link #write} writes. */
    protected ToyJson json() {
        return new ToyJson();
    }

    /** The body of a request. */
    protected ObjectNode write(ChatRequest request, EncodeContext context) {
        if (request.sampling().topK() != null) {
            context.losses().dropped("sampling.topK", "the toy has no top-k");
        }
        ChatRequest sayable = request.toBuilder().topK(null).build();
        return ToyBodies.write(ToySeals.withoutForeign(sayable, context));
    }

    @Override
    public RequestDecoder requestDecoder() {
        return wire -> {
            ObjectNode body = ToyJson.object(wire.body());
            return new DecodedRequest(
                    json().read(ChatRequest.class, ToyBodies.withUnknown(body, ChatRequest.class)), ReplyShape.DEFAULT);
        };
    }

    @Override
    public RequestEncoder requestEncoder() {
        return (request, context) -> new EncodedRequest("/toy", Map.of(), JsonTrees.write(write(request, context)));
    }

    @Override
    public RequestForwarder requestForwarder() {
        return (wire, model, stream, context) -> new EncodedRequest(
                "/toy", Map.of(), JsonTrees.write(ToyJson.object(wire.body()).put("model", model)));
    }

    @Override
    public ResponseDecoder responseDecoder() {
        return (body, source) -> ToyBodies.response(json(), ToyJson.object(body));
    }

    @Override
    public ResponseEncoder responseEncoder() {
        return (response, context) -> JsonTrees.write(ToyBodies.write(response.withLosses(List.of())));
    }

    @Override
    public String streamMediaType(ReplyShape shape) {
        return "text/event-stream";
    }

    @Override
    public FrameDecoder frameDecoder() {
        return new SseDecoder();
    }

    @Override
    public StreamDecoder streamDecoder(ReplySource source) {
        return new ToyStreamDecoder(json());
    }

    @Override
    public StreamEncoder streamEncoder(EncodeContext context) {
        return new ToyStreamEncoder();
    }

    @Override
    public ErrorCodec errors() {
        return new ToyErrors();
    }

    @Override
    public ModelListEncoder modelListEncoder() {
        return new ModelListEncoder() {
            @Override
            public byte[] encode(List<ModelEntry> models) {
                return JsonTrees.write(CanonicalJson.of(models));
            }

            @Override
            public byte[] encode(ModelEntry model) {
                return JsonTrees.write(CanonicalJson.of(model));
            }
        };
    }

    @Override
    public RequestPaths requestPaths() {
        return RequestPaths.CANONICAL;
    }
}
