// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.ollama.chat;

import dev.dragoman.dialect.EncodedError;
import dev.dragoman.dialect.ErrorCodec;
import dev.dragoman.dialect.RetryAfter;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ErrorKind;
import java.util.HashMap;
import java.util.Map;

/**
 * Errors: {@code {"error": text}}, as a body and as a line of a stream. Clients show anything but a text as something unreadable
 * (npm {@code ollama} 0.6.4), so that what else there is to say stands beside it.
 */
final class OllamaChatErrors implements ErrorCodec {
    @Override
    public ChatError decode(int status, Map<String, String> headers, byte[] body) {
        int valid = status >= 400 && status <= 599 ? status : 502;
        OllamaChatErrorBody error = OllamaChatErrorBody.read(body);
        return new ChatError(
                OllamaChatErrorKinds.of(valid, error),
                valid,
                error.message == null ? "The vendor answered with status " + status : error.message,
                error.code,
                error.param,
                RetryAfter.read(headers),
                headers.get("x-request-id"),
                error.raw);
    }

    /** An error inside of a stream or of a successful answer, which has no status of its own. */
    static ChatError inStream(RawJson line) {
        OllamaChatErrorBody error = OllamaChatErrorBody.of(line);
        ErrorKind kind = OllamaChatErrorKinds.of(0, error);
        return new ChatError(
                kind,
                kind.status(),
                error.message == null ? "The vendor reported a failure in its answer" : error.message,
                error.code,
                error.param,
                null,
                null,
                line);
    }

    @Override
    public EncodedError encode(ChatError error) {
        Map<String, String> headers = new HashMap<>();
        RetryAfter.write(error.retryAfter(), headers);
        if (error.requestId() != null) {
            headers.put("x-request-id", error.requestId());
        }
        int status = OllamaChatErrorKinds.status(error);
        WireBuffer out = new WireBuffer(256);
        write(error, status, out);
        return new EncodedError(status, headers, out.toBytes());
    }

    /**
     * Writes the object.
     *
     * @param status the status that tells its kind; 0 if there is none
     */
    static void write(ChatError error, int status, WireBuffer out) {
        try (JsonWriter json = new JsonWriter(out)) {
            json.beginObject().field("error", error.message());
            if (status == 0 || OllamaChatErrorKinds.needsWord(error.kind(), status)) {
                json.field("kind", OllamaChatErrorKinds.word(error.kind()));
            }
            json.field("code", error.code()).field("param", error.param()).endObject();
        }
    }
}
