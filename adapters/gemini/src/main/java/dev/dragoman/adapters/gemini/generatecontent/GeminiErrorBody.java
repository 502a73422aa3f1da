// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import dev.dragoman.json.JsonReader;
import dev.dragoman.json.RawJson;
import dev.dragoman.model.error.ChatException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What an error body says: {@code google.rpc.Status} in {@code error}, alone or in an array. Source: {@code google/rpc/status.proto}
 * and {@code google/rpc/error_details.proto}; arrays as public issues show them.
 */
final class GeminiErrorBody {
    private static final int LONGEST_EXCERPT = 500;
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    int code;

    @Nullable String status;

    @Nullable String message;

    @Nullable String reason;

    @Nullable String field;

    @Nullable String requestId;

    @Nullable Duration retryDelay;

    @Nullable RawJson raw;

    private GeminiErrorBody() {}

    static GeminiErrorBody of(byte[] body) {
        try {
            RawJson json = RawJson.parse(body);
            GeminiErrorBody error = of(json);
            error.raw = json;
            return error;
        } catch (IllegalArgumentException | ChatException e) {
            GeminiErrorBody error = new GeminiErrorBody();
            String text = excerpt(body);
            error.message = text.isEmpty() ? null : text;
            return error;
        }
    }

    static GeminiErrorBody of(RawJson json) {
        GeminiErrorBody error = new GeminiErrorBody();
        try (JsonReader in = json.reader()) {
            error.read(in);
        }
        return error;
    }

    private void read(JsonReader in) {
        if (in.isArray()) {
            in.beginArray();
            while (in.nextElement()) {
                read(in);
            }
        } else if (in.isString()) {
            String text = in.string();
            message = message == null ? text : message;
        } else if (in.isObject()) {
            in.beginObject();
            while (in.nextField()) {
                member(in);
            }
        } else {
            in.skip();
        }
    }

    private void member(JsonReader in) {
        switch (in.name()) {
            case "error" -> read(in);
            case "code" -> code = in.isNumber() ? (int) in.number() : skipped(in, code);
            case "status" -> status = text(in, status);
            case "message" -> message = text(in, message);
            case "details" -> {
                if (in.isArray()) {
                    in.beginArray();
                    while (in.nextElement()) {
                        detail(in);
                    }
                } else {
                    in.skip();
                }
            }
            default -> in.skip();
        }
    }

    private static int skipped(JsonReader in, int otherwise) {
        in.skip();
        return otherwise;
    }

    private static @Nullable String text(JsonReader in, @Nullable String otherwise) {
        if (in.isString()) {
            return in.string();
        }
        in.skip();
        return otherwise;
    }

    /** {@code ErrorInfo}, {@code BadRequest}, {@code RetryInfo}, {@code RequestInfo}: told apart by their members. */
    private void detail(JsonReader in) {
        if (!in.isObject()) {
            in.skip();
            return;
        }
        in.beginObject();
        while (in.nextField()) {
            switch (in.name()) {
                case "reason" -> reason = text(in, reason);
                case "requestId" -> requestId = text(in, requestId);
                case "retryDelay" -> retryDelay = delay(text(in, null));
                case "fieldViolations" -> violations(in);
                default -> in.skip();
            }
        }
    }

    private void violations(JsonReader in) {
        if (!in.isArray()) {
            in.skip();
            return;
        }
        in.beginArray();
        while (in.nextElement()) {
            if (!in.isObject()) {
                in.skip();
                continue;
            }
            in.beginObject();
            while (in.nextField()) {
                if (in.name().equals("field") && in.isString() && field == null) {
                    String named = in.string();
                    field = named.isEmpty() ? null : named;
                } else {
                    in.skip();
                }
            }
        }
    }

    private static @Nullable Duration delay(@Nullable String text) {
        if (text == null || !text.endsWith("s")) {
            return null;
        }
        try {
            double seconds = Double.parseDouble(text.substring(0, text.length() - 1));
            if (!(seconds >= 0) || seconds > LONGEST_WAIT.toSeconds()) {
                return null;
            }
            return Duration.ofMillis(Math.round(seconds * 1000));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** The beginning of a body that is no JSON, if it is text. */
    private static String excerpt(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString()
                    .strip();
            return text.length() > LONGEST_EXCERPT ? text.substring(0, LONGEST_EXCERPT) + "…" : text;
        } catch (CharacterCodingException e) {
            return "";
        }
    }
}
