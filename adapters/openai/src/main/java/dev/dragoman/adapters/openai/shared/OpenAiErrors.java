// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.shared;

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
import org.jspecify.annotations.Nullable;

/**
 * Errors: {@code {"error":{"message","type","param","code"}}}. Source: error table of the OpenAI API documentation and
 * {@code com.openai.errors} of openai-java 4.100.0.
 */
public final class OpenAiErrors implements ErrorCodec {
    @Override
    public ChatError decode(int status, Map<String, String> headers, byte[] body) {
        OpenAiErrorBody error = OpenAiErrorBody.read(body);
        int valid = status >= 400 && status <= 599 ? status : 502;
        error.status = valid;
        ErrorKind kind = OpenAiErrorKinds.of(valid, error);
        return new ChatError(
                kind,
                valid,
                error.message == null ? "The vendor answered with status " + status : error.message,
                error.code,
                error.param,
                RetryAfter.read(headers),
                headers.get("x-request-id"),
                error.raw);
    }

    /** An error object inside of a stream or of a successful answer, which has no status of its own. */
    public static ChatError inStream(RawJson error) {
        OpenAiErrorBody body = new OpenAiErrorBody();
        body.readError(error);
        ErrorKind kind = OpenAiErrorKinds.ofStream(body);
        return new ChatError(
                kind,
                kind.status(),
                body.message == null ? "The vendor reported a failure in its answer" : body.message,
                body.code,
                body.param,
                null,
                null,
                error);
    }

    @Override
    public EncodedError encode(ChatError error) {
        Map<String, String> headers = new HashMap<>();
        RetryAfter.write(error.retryAfter(), headers);
        if (error.kind() == ErrorKind.QUOTA || error.kind() == ErrorKind.BILLING) {
            // The SDKs repeat every 429; a bill is not paid by that.
            headers.put("x-should-retry", "false");
        }
        WireBuffer out = new WireBuffer(256);
        try (JsonWriter json = new JsonWriter(out)) {
            write(error, json);
        }
        return new EncodedError(OpenAiErrorKinds.status(error), headers, out.toBytes());
    }

    /** Writes the whole object. */
    public static void write(ChatError error, JsonWriter json) {
        json.beginObject();
        writeMember(error, json);
        json.endObject();
    }

    /** Writes the member {@code error} of an object. */
    public static void writeMember(ChatError error, JsonWriter json) {
        json.beginObject("error");
        json.field("message", error.message());
        json.field("type", OpenAiErrorKinds.type(error.kind()));
        json.nullableField("param", error.param());
        json.nullableField("code", code(error));
        json.endObject();
    }

    private static @Nullable String code(ChatError error) {
        String own = OpenAiErrorKinds.code(error.kind());
        return own != null && (error.code() == null || !OpenAiErrorKinds.isKnown(error.code())) ? own : error.code();
    }

    /** The text of a body that is not JSON, cut to what a person reads. */
    static String excerpt(byte[] body) {
        String text = new String(body, 0, Math.min(body.length, 2000), StandardCharsets.UTF_8).strip();
        return text.length() <= 500 ? text : text.substring(0, 500) + "…";
    }
}
