// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.anthropic.messages;

import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ErrorKind;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which kind a vendor's error is, and how a kind is told to a client. */
final class AnthropicMessagesErrorKinds {
    private static final int OVERLOADED = 529;
    private static final Set<String> SPENT = Set.of(
            "enforced_spend_limit_reached",
            "contract_spend_limit_reached",
            "linked_organization_spend_limit_reached",
            "insufficient_quota");

    /** Codes of kinds that share a type with others: they tell them apart where there is no status. */
    private static final Map<ErrorKind, String> CODES = new EnumMap<>(Map.of(
            ErrorKind.CONTEXT_LENGTH, "context_length_exceeded",
            ErrorKind.CONTENT_BLOCKED, "content_policy_violation",
            ErrorKind.QUOTA, "insufficient_quota",
            ErrorKind.METHOD_NOT_ALLOWED, "method_not_allowed",
            ErrorKind.CANCELLED, "request_cancelled",
            ErrorKind.NOT_IMPLEMENTED, "not_implemented",
            ErrorKind.UPSTREAM, "upstream_failed"));

    private AnthropicMessagesErrorKinds() {}

    /** The machine-readable word for a client; {@code null} if there is none. */
    static @Nullable String code(ChatError error) {
        String own = CODES.get(error.kind());
        boolean telling = error.code() != null
                && (own == null
                        || (error.kind() == ErrorKind.QUOTA && SPENT.contains(error.code()))
                        || error.code().equals("stream_interrupted"));
        return telling ? error.code() : own;
    }

    /** The kind by status, where there is one, then by type, then by words. */
    static ErrorKind of(int status, AnthropicMessagesErrorBody error) {
        String code = error.code == null ? "" : error.code;
        if (SPENT.contains(code)) {
            return ErrorKind.QUOTA;
        }
        String message = error.message == null ? "" : error.message;
        if (message.contains("prompt is too long") || code.equals("context_length_exceeded")) {
            return ErrorKind.CONTEXT_LENGTH;
        }
        if (message.contains("content filtering policy")) {
            return ErrorKind.CONTENT_BLOCKED;
        }
        if (message.contains("credit balance is too low")) {
            return ErrorKind.BILLING;
        }
        if (code.equals("stream_interrupted")) {
            return ErrorKind.UPSTREAM;
        }
        for (Map.Entry<ErrorKind, String> entry : CODES.entrySet()) {
            if (entry.getValue().equals(code)) {
                return entry.getKey();
            }
        }
        if (status != 0) {
            return ErrorKind.ofStatus(status);
        }
        return switch (error.type == null ? "" : error.type) {
            case "invalid_request_error" -> ErrorKind.INVALID_REQUEST;
            case "authentication_error" -> ErrorKind.AUTHENTICATION;
            case "billing_error" -> ErrorKind.BILLING;
            case "permission_error" -> ErrorKind.PERMISSION;
            case "not_found_error" -> ErrorKind.NOT_FOUND;
            case "conflict_error" -> ErrorKind.CONFLICT;
            case "request_too_large" -> ErrorKind.TOO_LARGE;
            case "rate_limit_error" -> ErrorKind.RATE_LIMIT;
            case "timeout_error" -> ErrorKind.TIMEOUT;
            case "overloaded_error" -> ErrorKind.OVERLOADED;
            default -> ErrorKind.INTERNAL;
        };
    }

    /** The status for a client. */
    static int status(ChatError error) {
        return switch (error.kind()) {
            case OVERLOADED -> OVERLOADED;
            case INVALID_REQUEST ->
                error.status() < 500 && ErrorKind.ofStatus(error.status()) == ErrorKind.INVALID_REQUEST
                        ? error.status()
                        : 400;
            default -> error.kind().status();
        };
    }

    static String type(ErrorKind kind) {
        return switch (kind) {
            case INVALID_REQUEST, CONTEXT_LENGTH, CONTENT_BLOCKED, METHOD_NOT_ALLOWED, CANCELLED, NOT_IMPLEMENTED ->
                "invalid_request_error";
            case AUTHENTICATION -> "authentication_error";
            case BILLING -> "billing_error";
            case PERMISSION -> "permission_error";
            case NOT_FOUND -> "not_found_error";
            case CONFLICT -> "conflict_error";
            case TOO_LARGE -> "request_too_large";
            case RATE_LIMIT, QUOTA -> "rate_limit_error";
            case OVERLOADED -> "overloaded_error";
            case TIMEOUT -> "timeout_error";
            case INTERNAL, UPSTREAM -> "api_error";
        };
    }
}
