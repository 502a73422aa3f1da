// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.mistral.chat;

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
import org.jspecify.annotations.Nullable;

/**
 * Errors: {@code {"object":"error","message","type","param","code"}}, and for fields at fault status 422 with a {@code detail} list
 * in it, which is the one shape that the official SDK knows. Source: {@code HTTPValidationError} of {@code @mistralai/mistralai}
 * 2.7.0 and error bodies in public issues.
 */
final class MistralChatErrors implements ErrorCodec {
    @Override
    public ChatError decode(int status, Map<String, String> headers, byte[] body) {
        MistralChatErrorBody error = MistralChatErrorBody.read(body);
        int valid = status >= 400 && status <= 599 ? status : 502;
        return new ChatError(
                MistralChatErrorKinds.of(valid, error),
                valid,
                error.message == null ? "The vendor answered with status " + status : error.message,
                error.code,
                error.param,
                RetryAfter.read(headers),
                requestId(headers),
                error.raw);
    }

    private static @Nullable String requestId(Map<String, String> headers) {
        String own = headers.get("mistral-correlation-id");
        return own != null ? own : headers.get("x-request-id");
    }

    /** An error object inside of a stream or of a successful answer, which has no status of its own. */
    static ChatError inStream(RawJson object) {
        MistralChatErrorBody body = new MistralChatErrorBody();
        body.readObject(object);
        ErrorKind kind = MistralChatErrorKinds.of(0, body);
        return new ChatError(
                kind,
                kind.status(),
                body.message == null ? "The vendor reported a failure in its answer" : body.message,
                body.code,
                body.param,
                null,
                null,
                object);
    }

    @Override
    public EncodedError encode(ChatError error) {
        Map<String, String> headers = new HashMap<>();
        RetryAfter.write(error.retryAfter(), headers);
        WireBuffer out = new WireBuffer(256);
        try (JsonWriter json = new JsonWriter(out)) {
            write(error, json);
        }
        return new EncodedError(MistralChatErrorKinds.status(error), headers, out.toBytes());
    }

    /** Writes the whole object. */
    static void write(ChatError error, JsonWriter json) {
        String type = MistralChatErrorKinds.type(error);
        json.beginObject()
                .field("object", "error")
                .field("message", error.message())
                .field("type", type);
        json.nullableField("param", error.param()).nullableField("code", MistralChatErrorKinds.code(error));
        if (MistralChatErrorKinds.status(error) == 422) {
            json.beginArray("detail").beginObject();
            json.field("type", error.code() == null ? "value_error" : error.code());
            json.beginArray("loc").value("body");
            MistralChatErrorBody.location(error.param(), json);
            json.endArray().field("msg", error.message()).endObject().endArray();
        }
        json.endObject();
    }
}
