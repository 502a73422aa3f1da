// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.testkit.toy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.EncodedRequest;
import dev.dragoman.dialect.RequestDecoder;
import dev.dragoman.dialect.RequestEncoder;
import dev.dragoman.dialect.RequestForwarder;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.Extensions;
import dev.dragoman.model.Message;
import dev.dragoman.model.content.Image;
import dev.dragoman.model.content.Part;
import dev.dragoman.model.content.ToolCall;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.testkit.json.JsonTrees;
import dev.dragoman.testkit.model.Records;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/** Toys whose requests are broken, each in one way. */
public final class BrokenRequests {
    private BrokenRequests() {}

    /** Forgets a field. */
    public static final class DropsVerbosity extends ToyDialect {
        @Override
        protected ObjectNode write(ChatRequest request, EncodeContext context) {
            return super.write(request.toBuilder().verbosity(null).build(), context);
        }
    }

    /** Forgets a field deep inside. */
    public static final class DropsImageDetail extends ToyDialect {
        @Override
        protected ObjectNode write(ChatRequest request, EncodeContext context) {
            return super.write(
                    withParts(
                            request,
                            part -> part instanceof Image image
                                    ? new Image(image.source(), null, image.cache(), image.extensions())
                                    : part),
                    context);
        }
    }

    /** Reports what it forgets, but nobody can tell where. */
    public static final class NamesWrongPath extends ToyDialect {
        @Override
        protected ObjectNode write(ChatRequest request, EncodeContext context) {
            if (request.verbosity() != null) {
                context.losses().dropped("text.verbosity", "no such field");
                context.losses().dropped("verbosity", "the toy is never wordy");
            }
            return super.write(request.toBuilder().verbosity(null).build(), context);
        }
    }

    /** Reports what it does not forget. */
    public static final class CriesWolf extends ToyDialect {
        @Override
        protected ObjectNode write(ChatRequest request, EncodeContext context) {
            context.losses().dropped("verbosity", "the toy is never wordy");
            return super.write(request, context);
        }
    }

    /** Writes more than it was told. */
    public static final class AddsMetadata extends ToyDialect {
        @Override
        protected ObjectNode write(ChatRequest request, EncodeContext context) {
            boolean warm = request.sampling().temperature() != null;
            return super.write(
                    warm ? request.toBuilder().metadata("warm", "yes").build() : request, context);
        }
    }

    /** Takes 0 for absent. */
    public static final class ZeroIsNothing extends ToyDialect {
        @Override
        protected ObjectNode write(ChatRequest request, EncodeContext context) {
            boolean zero = Objects.equals(request.sampling().temperature(), 0.0);
            return super.write(zero ? request.toBuilder().temperature(null).build() : request, context);
        }
    }

    /** Adds a number that grows. */
    public static final class NeverTheSame extends ToyDialect {
        private final AtomicInteger count = new AtomicInteger();

        @Override
        protected ObjectNode write(ChatRequest request, EncodeContext context) {
            return super.write(request, context).put("count", count.incrementAndGet());
        }
    }

    /** Reads and writes instead of passing through. */
    public static final class ForwardsWhatItKnows extends ToyDialect {
        @Override
        public RequestForwarder requestForwarder() {
            return (wire, model, stream, context) -> {
                ObjectNode body = ToyJson.object(wire.body());
                ChatRequest request = json().read(ChatRequest.class, body).withModel(model);
                return new EncodedRequest("/toy", Map.of(), JsonTrees.write(ToyBodies.write(request)));
            };
        }
    }

    /** Writes the name of the model into its path as it is. */
    public static final class TrustsModelNames extends ToyDialect {
        @Override
        public RequestEncoder requestEncoder() {
            RequestEncoder encoder = super.requestEncoder();
            return (request, context) -> {
                EncodedRequest encoded = encoder.encode(request, context);
                return new EncodedRequest("/toy/" + request.model(), encoded.headers(), encoded.body());
            };
        }
    }

    /** Forgets unknown fields at the top. */
    public static final class ReadsWhatItKnows extends ToyDialect {
        @Override
        public RequestDecoder requestDecoder() {
            RequestDecoder decoder = super.requestDecoder();
            return wire -> {
                var decoded = decoder.decode(wire);
                return Records.with(decoded, "request", Records.with(decoded.request(), "extensions", Extensions.NONE));
            };
        }
    }

    /** Does not expect anything unexpected. */
    public static final class TrustsItsInput extends ToyDialect {
        @Override
        public RequestDecoder requestDecoder() {
            RequestDecoder decoder = super.requestDecoder();
            return wire -> {
                Objects.requireNonNull(
                        JsonTrees.parseOrNull(new String(wire.body(), java.nio.charset.StandardCharsets.UTF_8)));
                return decoder.decode(wire);
            };
        }
    }

    /** Reads anything as text, and then only some of it. */
    public static final class Coerces extends ToyDialect {
        @Override
        protected ToyJson json() {
            return new ToyJson() {
                @Override
                protected Object simple(Class<?> type, JsonNode json, String path) {
                    return type == String.class && path.endsWith(".text") && !json.isTextual()
                            ? ""
                            : super.simple(type, json, path);
                }
            };
        }
    }

    /** Says that something is wrong, but not where. */
    public static final class NamesNoPath extends ToyDialect {
        @Override
        public RequestDecoder requestDecoder() {
            RequestDecoder decoder = super.requestDecoder();
            return wire -> {
                try {
                    return decoder.decode(wire);
                } catch (ChatException e) {
                    throw ChatException.invalid(null, "something is wrong");
                }
            };
        }
    }

    /** Sends back whatever it is given. */
    public static final class ReplaysForeignSeals extends ToyDialect {
        @Override
        protected ObjectNode write(ChatRequest request, EncodeContext context) {
            return ToyBodies.write(request);
        }
    }

    /** Gives each call an id of its own making. */
    public static final class RenamesCalls extends ToyDialect {
        @Override
        protected ObjectNode write(ChatRequest request, EncodeContext context) {
            return super.write(
                    withParts(
                            request,
                            part -> part instanceof ToolCall call ? Records.with(call, "id", "c" + call.id()) : part),
                    context);
        }
    }

    /** Speaks backwards. */
    public static final class ReversesParts extends ToyDialect {
        @Override
        protected ObjectNode write(ChatRequest request, EncodeContext context) {
            List<Message> messages = new ArrayList<>();
            for (Message message : request.messages()) {
                List<Part> parts = new ArrayList<>(message.parts());
                Collections.reverse(parts);
                messages.add(Records.with(message, "parts", parts));
            }
            return super.write(request.toBuilder().messages(messages).build(), context);
        }
    }

    private static ChatRequest withParts(ChatRequest request, java.util.function.UnaryOperator<Part> change) {
        List<Message> messages = new ArrayList<>();
        for (Message message : request.messages()) {
            messages.add(Records.with(
                    message, "parts", message.parts().stream().map(change).toList()));
        }
        return request.toBuilder().messages(messages).build();
    }
}
