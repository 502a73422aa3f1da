// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model.error;

import dev.dragoman.json.RawJson;
import java.time.Duration;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A failure as it travels between dialects.
 *
 * @param kind the class of failure
 * @param status the HTTP status it came with, or the usual one of its kind; 400 to 599
 * @param message what a person should read; never a credential, never prompt text, never a stack trace
 * @param code the machine-readable word that came with it (OpenAI {@code code}, Gemini {@code status}, an AWS exception
 *     name); {@code null} if none
 * @param param path of the field at fault in the terms of the dialect that failed, such as
 *     {@code messages[2].content[0].image_url.url}; {@code null} if the failure is not about one field
 * @param retryAfter how long the server asks to wait; {@code null} if it did not say
 * @param requestId the vendor's id of the failed request; {@code null} if unknown
 * @param raw the vendor's own error body, kept only where it was JSON; {@code null} otherwise
 */
public record ChatError(
        ErrorKind kind,
        int status,
        String message,
        @Nullable String code,
        @Nullable String param,
        @Nullable Duration retryAfter,
        @Nullable String requestId,
        @Nullable RawJson raw) {

    /** @throws IllegalArgumentException if {@code status} is outside 400 to 599 */
    public ChatError {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(message, "message");
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("an error needs a status of 400 to 599, not " + status);
        }
    }

    /** A failure with the usual status of its kind. */
    public static ChatError of(ErrorKind kind, String message) {
        return new ChatError(kind, kind.status(), message, null, null, null, null, null);
    }

    /** The same failure with a machine-readable word. */
    public ChatError withCode(@Nullable String newCode) {
        return new ChatError(kind, status, message, newCode, param, retryAfter, requestId, raw);
    }

    /** The same failure, about the field at this path. */
    public ChatError withParam(@Nullable String newParam) {
        return new ChatError(kind, status, message, code, newParam, retryAfter, requestId, raw);
    }

    /** The same failure about the same field under another path, which stands in the message, too, if the old one did. */
    public ChatError relocated(UnaryOperator<String> places) {
        if (param == null) {
            return this;
        }
        String there = places.apply(param);
        return new ChatError(kind, status, message.replace(param, there), code, there, retryAfter, requestId, raw);
    }

    /** The same failure with the time to wait before a repetition. */
    public ChatError withRetryAfter(@Nullable Duration newRetryAfter) {
        return new ChatError(kind, status, message, code, param, newRetryAfter, requestId, raw);
    }

    /** The same failure with the id of the request that failed. */
    public ChatError withRequestId(@Nullable String newRequestId) {
        return new ChatError(kind, status, message, code, param, retryAfter, newRequestId, raw);
    }

    /** This failure as an exception. */
    public ChatException toException() {
        return new ChatException(this);
    }

    @Override
    public String toString() {
        return kind + " (" + status + ")" + (param == null ? "" : " at " + param) + ": " + message;
    }
}
