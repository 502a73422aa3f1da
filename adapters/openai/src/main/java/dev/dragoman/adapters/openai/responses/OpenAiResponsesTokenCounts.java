// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.responses;

import dev.dragoman.dialect.EncodeContext;
import dev.dragoman.dialect.EncodedRequest;
import dev.dragoman.dialect.TokenCounts;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.json.JsonReader;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.TopLevelEdit;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.model.ChatRequest;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.error.ErrorKind;
import java.util.Set;

/**
 * {@code POST /responses/input_tokens}. Its body is that of a response without what has no bearing on its input. Source:
 * openai-java 4.100.0, {@code InputTokenCountParams} and {@code InputTokenCountResponse}.
 */
final class OpenAiResponsesTokenCounts implements TokenCounts {
    private static final String PATH = OpenAiResponsesDialect.PATH + "/input_tokens";
    private static final String TOKENS = "input_tokens";
    private static final Set<String> FIELDS = Set.of(
            "model",
            "input",
            "instructions",
            "tools",
            "tool_choice",
            "parallel_tool_calls",
            "text",
            "reasoning",
            "truncation",
            "conversation",
            "previous_response_id");

    @Override
    public ChatRequest decodeRequest(WireRequest wire) {
        return OpenAiResponsesRequestDecoder.decode(wire).request();
    }

    @Override
    public EncodedRequest encodeRequest(ChatRequest request, EncodeContext context) {
        EncodedRequest encoded = OpenAiResponsesRequestEncoder.encode(request, context);
        byte[] body = TopLevelEdit.keep(encoded.body(), FIELDS);
        return new EncodedRequest(PATH, encoded.headers(), body, encoded.plan());
    }

    @Override
    public EncodedRequest forwardRequest(WireRequest wire, String model, EncodeContext context) {
        return OpenAiResponsesForwarder.forward(PATH, wire, model, context);
    }

    @Override
    public long decodeResponse(byte[] body) {
        try (JsonReader in = JsonReader.reply(body)) {
            in.beginObject();
            while (in.nextField()) {
                if (in.name().equals(TOKENS) && in.isNumber()) {
                    return in.integer();
                }
                in.skip();
            }
        }
        throw new ChatException(ChatError.of(ErrorKind.UPSTREAM, "The vendor's count has no '" + TOKENS + "'"));
    }

    @Override
    public byte[] encodeResponse(long inputTokens) {
        WireBuffer out = new WireBuffer(64);
        try (JsonWriter json = new JsonWriter(out)) {
            json.beginObject().field("object", "response.input_tokens");
            json.field(TOKENS, (Long) inputTokens).endObject();
        }
        return out.toBytes();
    }
}
