// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

import dev.dragoman.dialect.EncodedError;
import dev.dragoman.dialect.ErrorCodec;
import dev.dragoman.dialect.RetryAfter;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ErrorKind;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Errors: {@code {"type":"error","error":{"type","message"},"request_id"}}. Source: "Errors" of Anthropic's API documentation and
 * the error classes of npm {@code @anthropic-ai/sdk} 1.11.0.
 */
final class AnthropicMessagesErrors implements ErrorCodec {
    private static final int LONGEST_EXCERPT = 500;

    @Override
    public ChatError decode(int status, Map<String, String> headers, byte[] body) {
        int valid = status >= 400 && status <= 599 ? status : 502;
        AnthropicMessagesErrorBody error = AnthropicMessagesErrorBody.read(body);
        String requestId = headers.get("request-id");
        return new ChatError(
                AnthropicMessagesErrorKinds.of(valid, error),
                valid,
                error.message == null ? "The vendor answered with status " + status : error.message,
                error.code,
                error.param(),
                RetryAfter.read(headers),
                requestId != null ? requestId : error.requestId,
                error.raw);
    }

    /** An error object inside of a stream or of a successful answer, which has no status of its own. */
    static ChatError inStream(RawJson json) {
        AnthropicMessagesErrorBody error = AnthropicMessagesErrorBody.of(json);
        ErrorKind kind = AnthropicMessagesErrorKinds.of(0, error);
        return new ChatError(
                kind,
                kind.status(),
                error.message == null ? "The vendor reported a failure in its answer" : error.message,
                error.code,
                error.param(),
                null,
                error.requestId,
                json);
    }

    @Override
    public EncodedError encode(ChatError error) {
        Map<String, String> headers = new HashMap<>();
        RetryAfter.write(error.retryAfter(), headers);
        if (error.requestId() != null) {
            headers.put("request-id", error.requestId());
        }
        if (error.kind() == ErrorKind.QUOTA || error.kind() == ErrorKind.BILLING) {
            // The SDKs repeat every 429; a bill is not paid by that.
            headers.put("x-should-retry", "false");
        }
        WireBuffer out = new WireBuffer(256);
        try (JsonWriter json = new JsonWriter(out)) {
            json.beginObject().field("type", "error");
            members(error, json);
            json.endObject();
        }
        return new EncodedError(AnthropicMessagesErrorKinds.status(error), headers, out.toBytes());
    }

    /** Writes the members besides the type. */
    static void members(ChatError error, JsonWriter json) {
        json.beginObject("error").field("type", AnthropicMessagesErrorKinds.type(error.kind()));
        String param = error.param();
        String message = error.message();
        json.field("message", param == null || message.contains(param) ? message : param + ": " + message);
        String code = AnthropicMessagesErrorKinds.code(error);
        if (code != null) {
            json.beginObject("details").field("error_code", code).endObject();
        }
        json.endObject();
        json.nullableField("request_id", error.requestId());
    }

    /** The text of a body that is not JSON, cut to what a person reads. */
    static String excerpt(byte[] body) {
        String text = new String(body, 0, Math.min(body.length, 2000), StandardCharsets.UTF_8).strip();
        return text.length() <= LONGEST_EXCERPT ? text : text.substring(0, LONGEST_EXCERPT) + "…";
    }
}
