// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

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
 * {@code POST /v1/messages/count_tokens}. Its body is that of a message without limit, sampling and stream, and the vendor
 * refuses what it does not know. Source: npm {@code @anthropic-ai/sdk} 1.11.0, {@code MessageCountTokensParams}.
 */
final class AnthropicMessagesTokenCounts implements TokenCounts {
    private static final String PATH = AnthropicMessagesDialect.PATH + "/count_tokens";
    private static final String TOKENS = "input_tokens";
    /** What has a bearing on the count. */
    private static final Set<String> FIELDS = Set.of(
            "model",
            "messages",
            "system",
            "tools",
            "tool_choice",
            "thinking",
            "output_config",
            "cache_control",
            "speed",
            "context_management",
            "mcp_servers",
            "compaction");
    /** A limit for the encoder, which needs one; it is not sent. */
    private static final long LIMIT = 16_384;

    @Override
    public ChatRequest decodeRequest(WireRequest wire) {
        return AnthropicMessagesRequestDecoder.decodeCount(wire);
    }

    @Override
    public EncodedRequest encodeRequest(ChatRequest request, EncodeContext context) {
        ChatRequest limited = request.maxOutputTokens() != null
                ? request
                : request.toBuilder().maxOutputTokens(LIMIT).build();
        EncodedRequest encoded = AnthropicMessagesRequestEncoder.encode(limited, context);
        return new EncodedRequest(PATH, encoded.headers(), TopLevelEdit.keep(encoded.body(), FIELDS), encoded.plan());
    }

    @Override
    public EncodedRequest forwardRequest(WireRequest wire, String model, EncodeContext context) {
        return AnthropicMessagesForwarder.forward(PATH, wire, model, context);
    }

    @Override
    public long decodeResponse(byte[] body) {
        try (JsonReader in = JsonReader.reply(body)) {
            in.beginObject();
            while (in.nextField()) {
                Long tokens = in.name().equals(TOKENS) ? in.integerOrNull() : null;
                if (tokens != null) {
                    return tokens;
                }
                in.skip();
            }
        }
        throw new ChatException(ChatError.of(ErrorKind.UPSTREAM, "the answer has no " + TOKENS));
    }

    @Override
    public byte[] encodeResponse(long inputTokens) {
        WireBuffer out = new WireBuffer(32);
        try (JsonWriter json = new JsonWriter(out)) {
            json.beginObject().field(TOKENS, (Long) inputTokens).endObject();
        }
        return out.toBytes();
    }
}
