// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.EncodedRequest;
import dev.dragoman.dialect.TokenCounts;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.prepare.ReplyPlan;
import java.util.Map;

/**
 * {@code countTokens}: of a conversation, or of a whole request in {@code generateContentRequest}. Source: "Counting tokens" of
 * Google's API documentation. Vertex takes the members of a request beside the conversation instead.
 */
final class GeminiTokenCounts implements TokenCounts {
    static final String WRAPPER = "generateContentRequest";

    @Override
    public ChatRequest decodeRequest(WireRequest wire) {
        boolean wrapped = isWrapped(wire.body());
        try (JsonReader in = JsonReader.request(wire.body())) {
            if (!wrapped) {
                ChatRequest request = GeminiRequestDecoder.read(in, wire);
                in.end();
                return request;
            }
            ChatRequest request = null;
            in.beginObject();
            while (in.nextField()) {
                if (GeminiNames.camel(in.name()).equals(WRAPPER)) {
                    request = GeminiRequestDecoder.read(in, wire);
                } else {
                    in.skip();
                }
            }
            in.end();
            if (request == null) {
                throw in.missing(WRAPPER);
            }
            return request;
        }
    }

    private static boolean isWrapped(byte[] body) {
        try (JsonReader in = JsonReader.request(body)) {
            in.beginObject();
            while (in.nextField()) {
                if (GeminiNames.camel(in.name()).equals(WRAPPER) && !in.isNull()) {
                    return true;
                }
                in.skip();
            }
        }
        return false;
    }

    @Override
    public EncodedRequest encodeRequest(ChatRequest request, EncodeContext context) {
        WireBuffer out = new WireBuffer(1024);
        ReplyPlan plan;
        try (JsonWriter json = new JsonWriter(out)) {
            json.beginObject();
            if (context.takes(WRAPPER)) {
                json.beginObject(WRAPPER).field("model", GeminiEndpoint.resource(request.model()));
                plan = GeminiRequestEncoder.members(request, context, json);
                json.endObject();
            } else {
                plan = GeminiRequestEncoder.members(request, context, json);
            }
            json.endObject();
        }
        return new EncodedRequest(GeminiEndpoint.COUNT.path(request.model()), Map.of(), out.toBytes(), plan);
    }

    @Override
    public EncodedRequest forwardRequest(WireRequest wire, String model, EncodeContext context) {
        return new EncodedRequest(
                GeminiEndpoint.COUNT.path(model), Map.of(), GeminiForwarder.body(wire.body(), model, context));
    }

    @Override
    public long decodeResponse(byte[] body) {
        try (JsonReader in = JsonReader.reply(body)) {
            long total = -1;
            in.beginObject();
            while (in.nextField()) {
                if (in.name().equals("totalTokens")) {
                    total = in.integer();
                } else {
                    in.skip();
                }
            }
            in.end();
            if (total < 0) {
                throw in.missing("totalTokens");
            }
            return total;
        }
    }

    @Override
    public byte[] encodeResponse(long inputTokens) {
        WireBuffer out = new WireBuffer(32);
        try (JsonWriter json = new JsonWriter(out)) {
            json.beginObject().field("totalTokens", (Long) inputTokens).endObject();
        }
        return out.toBytes();
    }
}
