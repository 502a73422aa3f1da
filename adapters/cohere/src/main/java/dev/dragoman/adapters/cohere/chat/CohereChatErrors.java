// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import dev.dragoman.dialect.EncodedError;
import dev.dragoman.dialect.ErrorCodec;
import dev.dragoman.dialect.RetryAfter;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ErrorKind;
import java.util.HashMap;
import java.util.Map;

/**
 * Errors: {@code {"id","message"}} and the status, which says the kind. Source: "Errors" of Cohere's API documentation and the
 * error classes of npm {@code cohere-ai} 8.1.0.
 */
final class CohereChatErrors implements ErrorCodec {
    @Override
    public ChatError decode(int status, Map<String, String> headers, byte[] body) {
        int valid = status >= 400 && status <= 599 ? status : 502;
        CohereChatErrorBody error = CohereChatErrorBody.read(body);
        String message = error.message == null ? "The vendor answered with status " + status : error.message;
        ErrorKind kind = CohereChatErrorKinds.of(valid, message);
        return new ChatError(
                kind,
                valid,
                CohereChatErrorKinds.unmarked(kind, message),
                null,
                null,
                RetryAfter.read(headers),
                error.id != null ? error.id : headers.get("x-request-id"),
                error.raw);
    }

    @Override
    public EncodedError encode(ChatError error) {
        Map<String, String> headers = new HashMap<>();
        RetryAfter.write(error.retryAfter(), headers);
        if (error.requestId() != null) {
            headers.put("x-request-id", error.requestId());
        }
        WireBuffer out = new WireBuffer(256);
        try (JsonWriter json = new JsonWriter(out)) {
            json.beginObject().field("id", error.requestId()).field("message", message(error));
            json.endObject();
        }
        return new EncodedError(CohereChatErrorKinds.status(error), headers, out.toBytes());
    }

    /** What a person reads, with the field at fault, for which there is no member. */
    static String message(ChatError error) {
        String param = error.param();
        String message = error.message();
        String whole = param == null || message.contains(param) ? message : param + ": " + message;
        return CohereChatErrorKinds.mark(error.kind(), whole);
    }

    /** A failure that a stream tells by text alone. */
    static ChatError inStream(boolean timeout, String message) {
        ErrorKind kind = timeout ? ErrorKind.TIMEOUT : CohereChatErrorKinds.of(0, message);
        return ChatError.of(kind, CohereChatErrorKinds.unmarked(kind, message));
    }
}
