// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.gemini.generatecontent;

import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ErrorKind;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Kinds of errors, the codes of {@code google.rpc.Code} and what tells apart those that share one. */
final class GeminiErrorKinds {
    /** Reasons of kinds that share a code with others. */
    private static final Map<ErrorKind, String> REASONS = new EnumMap<>(Map.of(
            ErrorKind.CONTEXT_LENGTH, "CONTEXT_LENGTH_EXCEEDED",
            ErrorKind.CONTENT_BLOCKED, "CONTENT_BLOCKED",
            ErrorKind.BILLING, "BILLING_DISABLED",
            ErrorKind.METHOD_NOT_ALLOWED, "METHOD_NOT_ALLOWED",
            ErrorKind.TOO_LARGE, "REQUEST_TOO_LARGE",
            ErrorKind.QUOTA, "QUOTA_EXCEEDED",
            ErrorKind.UPSTREAM, "UPSTREAM_FAILED"));

    private GeminiErrorKinds() {}

    /** The reason for a client; {@code null} if the code says it. */
    static @Nullable String reason(ChatError error) {
        return REASONS.get(error.kind());
    }

    /**
     * The kind by reason, then by words, then by status.
     *
     * @param status the HTTP status; 0 if there is none
     */
    static ErrorKind of(int status, GeminiErrorBody error) {
        String reason = error.reason == null ? "" : error.reason;
        for (Map.Entry<ErrorKind, String> entry : REASONS.entrySet()) {
            if (entry.getValue().equals(reason)) {
                return entry.getKey();
            }
        }
        if (reason.startsWith("API_KEY_")) {
            return ErrorKind.AUTHENTICATION;
        }
        String message = error.message == null ? "" : error.message;
        if (message.contains("exceeds the maximum number of tokens")) {
            return ErrorKind.CONTEXT_LENGTH;
        }
        ErrorKind named = ofCode(error.status);
        return named != null ? named : status != 0 ? ErrorKind.ofStatus(status) : ErrorKind.INTERNAL;
    }

    private static @Nullable ErrorKind ofCode(@Nullable String code) {
        return switch (code == null ? "" : code) {
            case "INVALID_ARGUMENT", "OUT_OF_RANGE", "FAILED_PRECONDITION" -> ErrorKind.INVALID_REQUEST;
            case "UNAUTHENTICATED" -> ErrorKind.AUTHENTICATION;
            case "PERMISSION_DENIED" -> ErrorKind.PERMISSION;
            case "NOT_FOUND" -> ErrorKind.NOT_FOUND;
            case "ALREADY_EXISTS", "ABORTED" -> ErrorKind.CONFLICT;
            case "RESOURCE_EXHAUSTED" -> ErrorKind.RATE_LIMIT;
            case "CANCELLED" -> ErrorKind.CANCELLED;
            case "INTERNAL", "UNKNOWN", "DATA_LOSS" -> ErrorKind.INTERNAL;
            case "UNIMPLEMENTED" -> ErrorKind.NOT_IMPLEMENTED;
            case "UNAVAILABLE" -> ErrorKind.OVERLOADED;
            case "DEADLINE_EXCEEDED" -> ErrorKind.TIMEOUT;
            default -> null;
        };
    }

    /** The name of the code for a client. */
    static String code(ErrorKind kind) {
        return switch (kind) {
            case INVALID_REQUEST, CONTEXT_LENGTH, CONTENT_BLOCKED, METHOD_NOT_ALLOWED, TOO_LARGE -> "INVALID_ARGUMENT";
            case BILLING -> "FAILED_PRECONDITION";
            case AUTHENTICATION -> "UNAUTHENTICATED";
            case PERMISSION -> "PERMISSION_DENIED";
            case NOT_FOUND -> "NOT_FOUND";
            case CONFLICT -> "ABORTED";
            case RATE_LIMIT, QUOTA -> "RESOURCE_EXHAUSTED";
            case CANCELLED -> "CANCELLED";
            case INTERNAL -> "INTERNAL";
            case NOT_IMPLEMENTED -> "UNIMPLEMENTED";
            case UPSTREAM, OVERLOADED -> "UNAVAILABLE";
            case TIMEOUT -> "DEADLINE_EXCEEDED";
        };
    }

    /** The status for a client. */
    static int status(ChatError error) {
        return switch (error.kind()) {
            case INVALID_REQUEST ->
                error.status() < 500 && ErrorKind.ofStatus(error.status()) == ErrorKind.INVALID_REQUEST
                        ? error.status()
                        : 400;
            case UPSTREAM -> 503; // the SDKs repeat what is unavailable
            default -> error.kind().status();
        };
    }

    /** The status of an error inside of a stream that names a code only; 0 if it names none. */
    static int statusOf(GeminiErrorBody error) {
        ErrorKind kind = ofCode(error.status);
        return kind == null ? 0 : kind.status();
    }
}
