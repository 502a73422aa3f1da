// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.EncodedRequest;
import dev.dragoman.dialect.TokenCounts;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.error.ErrorKind;
import java.util.Map;
import java.util.Set;

/** {@code CountTokens}: a Converse request inside of {@code input.converse}. Source: service model of botocore 1.43.107. */
final class BedrockConverseTokenCounts implements TokenCounts {
    private static final Set<String> COUNTED =
            Set.of("messages", "system", "toolConfig", "additionalModelRequestFields");

    @Override
    public ChatRequest decodeRequest(WireRequest wire) {
        String model = wire.model();
        if (model == null || model.isBlank()) {
            throw ChatException.invalid("modelId", "The path must name a model: /model/{modelId}/count-tokens");
        }
        ChatRequest request = null;
        try (JsonReader in = JsonReader.request(wire.body())) {
            in.beginObject();
            while (in.nextField()) {
                if (!in.name().equals("input")) {
                    in.skip();
                    continue;
                }
                in.beginObject();
                while (in.nextField()) {
                    if (in.name().equals("converse")) {
                        request = BedrockConverseRequestDecoder.decode(in, model, false);
                    } else {
                        throw in.invalid("only requests of Converse are counted");
                    }
                }
            }
            in.end();
            if (request == null) {
                throw in.missing("input.converse");
            }
            return request;
        }
    }

    @Override
    public EncodedRequest encodeRequest(ChatRequest request, EncodeContext context) {
        EncodedRequest whole = BedrockConverseRequestEncoder.encode(request.withStream(false), context);
        WireBuffer out = new WireBuffer(whole.body().length + 32);
        try (JsonReader in = JsonReader.request(whole.body());
                JsonWriter json = new JsonWriter(out)) {
            json.beginObject().beginObject("input").beginObject("converse");
            in.beginObject();
            while (in.nextField()) {
                String name = in.name();
                if (COUNTED.contains(name)) {
                    json.field(name, in.raw());
                } else {
                    in.skip();
                }
            }
            json.endObject().endObject().endObject();
        }
        return new EncodedRequest(BedrockConverseUri.countTokens(request.model()), Map.of(), out.toBytes());
    }

    @Override
    public EncodedRequest forwardRequest(WireRequest wire, String model, EncodeContext context) {
        return new EncodedRequest(BedrockConverseUri.countTokens(model), Map.of(), wire.body());
    }

    @Override
    public long decodeResponse(byte[] body) {
        try (JsonReader in = JsonReader.reply(body)) {
            in.beginObject();
            while (in.nextField()) {
                if (in.name().equals("inputTokens")) {
                    return in.integer();
                }
                in.skip();
            }
        }
        throw new ChatException(ChatError.of(ErrorKind.UPSTREAM, "The vendor's count has no 'inputTokens'"));
    }

    @Override
    public byte[] encodeResponse(long inputTokens) {
        WireBuffer out = new WireBuffer(32);
        try (JsonWriter json = new JsonWriter(out)) {
            json.beginObject().field("inputTokens", (Long) inputTokens).endObject();
        }
        return out.toBytes();
    }
}
