// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import dev.dragoman.dialect.EncodedError;
import dev.dragoman.dialect.ErrorCodec;
import dev.dragoman.dialect.RetryAfter;
import dev.dragoman.json.JsonWriter;
import dev.dragoman.json.RawJson;
import dev.dragoman.json.WireBuffer;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ErrorKind;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Errors: {@code {"error":{"code","message","status","details"}}}. Source: {@code google.rpc.Status} and the error classes of npm
 * {@code @google/genai} 3.1.0.
 */
final class GeminiErrors implements ErrorCodec {
    private static final String TYPE = "type.googleapis.com/google.rpc.";
    private static final String DOMAIN = "dragoman.dev";

    @Override
    public ChatError decode(int status, Map<String, String> headers, byte[] body) {
        int valid = status >= 400 && status <= 599 ? status : 502;
        GeminiErrorBody error = GeminiErrorBody.of(body);
        Duration wait = RetryAfter.read(headers);
        return error(valid, error, GeminiErrorKinds.of(valid, error), wait, headers.get("x-request-id"), error.raw);
    }

    /** An error inside of a stream or of an answer; {@code code} may be missing or {@code null}. */
    static ChatError inStream(RawJson json) {
        GeminiErrorBody error = GeminiErrorBody.of(json);
        boolean numbered = error.code >= 400 && error.code <= 599;
        int status = numbered ? error.code : GeminiErrorKinds.statusOf(error);
        ErrorKind kind = GeminiErrorKinds.of(status, error);
        return error(status == 0 ? kind.status() : status, error, kind, null, null, json);
    }

    private static ChatError error(
            int status,
            GeminiErrorBody error,
            ErrorKind kind,
            @Nullable Duration wait,
            @Nullable String requestId,
            @Nullable RawJson raw) {
        String message = error.message == null || error.message.isBlank()
                ? "The vendor answered with status " + status
                : error.message;
        return new ChatError(
                kind,
                status,
                message,
                error.reason != null ? error.reason : error.status,
                error.field,
                wait != null ? wait : error.retryDelay,
                requestId != null ? requestId : error.requestId,
                raw);
    }

    @Override
    public EncodedError encode(ChatError error) {
        Map<String, String> headers = new LinkedHashMap<>();
        RetryAfter.write(error.retryAfter(), headers);
        WireBuffer out = new WireBuffer(256);
        try (JsonWriter json = new JsonWriter(out)) {
            json.beginObject();
            member(error, json);
            json.endObject();
        }
        return new EncodedError(GeminiErrorKinds.status(error), headers, out.toBytes());
    }

    /** Writes the member {@code error}. */
    static void member(ChatError error, JsonWriter json) {
        json.beginObject("error").field("code", (Integer) GeminiErrorKinds.status(error));
        json.field("message", error.message()).field("status", GeminiErrorKinds.code(error.kind()));
        String reason = GeminiErrorKinds.reason(error);
        if (reason == null
                && error.param() == null
                && error.retryAfter() == null
                && error.requestId() == null
                && error.code() == null) {
            json.endObject();
            return;
        }
        json.beginArray("details");
        if (reason != null || error.code() != null) {
            json.beginObject().field("@type", TYPE + "ErrorInfo");
            json.field("reason", reason != null ? reason : error.code()).field("domain", DOMAIN);
            json.endObject();
        }
        if (error.param() != null) {
            json.beginObject().field("@type", TYPE + "BadRequest").beginArray("fieldViolations");
            json.beginObject().field("field", error.param()).field("description", error.message());
            json.endObject().endArray().endObject();
        }
        if (error.retryAfter() != null) {
            json.beginObject().field("@type", TYPE + "RetryInfo");
            json.field("retryDelay", seconds(error.retryAfter())).endObject();
        }
        if (error.requestId() != null) {
            json.beginObject().field("@type", TYPE + "RequestInfo");
            json.field("requestId", error.requestId()).endObject();
        }
        json.endArray().endObject();
    }

    private static String seconds(Duration wait) {
        long millis = wait.toMillis() % 1000;
        return wait.toSeconds()
                + (millis == 0 ? "" : "." + Long.toString(1000 + millis).substring(1)) + "s";
    }
}
