// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.mistral.chat;

import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ErrorKind;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which kind a vendor's error is, and how a kind is told to a client. The service knows a few types and numbers; the words of the
 * other kinds are ours, so that a chain of gateways keeps them.
 */
final class MistralChatErrorKinds {
    /** Number of an unknown model. */
    private static final String UNKNOWN_MODEL = "1500";

    private static final Map<String, ErrorKind> TYPES = Map.ofEntries(
            Map.entry("invalid_model", ErrorKind.NOT_FOUND),
            Map.entry("not_found_error", ErrorKind.NOT_FOUND),
            Map.entry("context_length_exceeded", ErrorKind.CONTEXT_LENGTH),
            Map.entry("content_blocked", ErrorKind.CONTENT_BLOCKED),
            Map.entry("authentication_error", ErrorKind.AUTHENTICATION),
            Map.entry("billing_error", ErrorKind.BILLING),
            Map.entry("permission_error", ErrorKind.PERMISSION),
            Map.entry("method_not_allowed", ErrorKind.METHOD_NOT_ALLOWED),
            Map.entry("conflict_error", ErrorKind.CONFLICT),
            Map.entry("request_too_large", ErrorKind.TOO_LARGE),
            Map.entry("rate_limit_error", ErrorKind.RATE_LIMIT),
            Map.entry("rate_limited", ErrorKind.RATE_LIMIT),
            Map.entry("quota_exceeded", ErrorKind.QUOTA),
            Map.entry("request_cancelled", ErrorKind.CANCELLED),
            Map.entry("server_error", ErrorKind.INTERNAL),
            Map.entry("not_implemented", ErrorKind.NOT_IMPLEMENTED),
            Map.entry("internal_error_proxy", ErrorKind.UPSTREAM),
            Map.entry("overloaded_error", ErrorKind.OVERLOADED),
            Map.entry("timeout_error", ErrorKind.TIMEOUT));

    private MistralChatErrorKinds() {}

    /**
     * The kind of an error.
     *
     * @param status the status it came with; 0 inside of a stream
     */
    static ErrorKind of(int status, MistralChatErrorBody error) {
        String message = error.message == null ? "" : error.message.toLowerCase(Locale.ROOT);
        if (message.contains("maximum context length")) {
            return ErrorKind.CONTEXT_LENGTH;
        }
        if (UNKNOWN_MODEL.equals(error.code)) {
            return ErrorKind.NOT_FOUND;
        }
        if (status == 403 && (message.contains("guardrail") || message.contains("moderation"))) {
            return ErrorKind.CONTENT_BLOCKED;
        }
        ErrorKind typed = error.type == null ? null : TYPES.get(error.type);
        if (typed != null && (status == 0 || typed != ErrorKind.INTERNAL)) {
            return typed;
        }
        if (status != 0) {
            return ErrorKind.ofStatus(status);
        }
        boolean blamed = error.type != null && error.type.startsWith("invalid");
        return blamed ? ErrorKind.INVALID_REQUEST : ErrorKind.INTERNAL;
    }

    /** The status for a client: for a field at fault 422, for an unknown model 400, else that of the kind. */
    static int status(ChatError error) {
        if (error.kind() == ErrorKind.INVALID_REQUEST) {
            return error.param() != null || error.status() == 422 ? 422 : 400;
        }
        return isUnknownModel(error) ? 400 : error.kind().status();
    }

    private static boolean isUnknownModel(ChatError error) {
        return error.kind() == ErrorKind.NOT_FOUND
                && ("model".equals(error.param()) || "model_not_found".equals(error.code()));
    }

    static String type(ChatError error) {
        if (isUnknownModel(error)) {
            return "invalid_model";
        }
        return switch (error.kind()) {
            case INVALID_REQUEST -> "invalid_request_error";
            case CONTEXT_LENGTH -> "context_length_exceeded";
            case CONTENT_BLOCKED -> "content_blocked";
            case AUTHENTICATION -> "authentication_error";
            case BILLING -> "billing_error";
            case PERMISSION -> "permission_error";
            case NOT_FOUND -> "not_found_error";
            case METHOD_NOT_ALLOWED -> "method_not_allowed";
            case CONFLICT -> "conflict_error";
            case TOO_LARGE -> "request_too_large";
            case RATE_LIMIT -> "rate_limit_error";
            case QUOTA -> "quota_exceeded";
            case CANCELLED -> "request_cancelled";
            case INTERNAL -> "server_error";
            case NOT_IMPLEMENTED -> "not_implemented";
            case UPSTREAM -> "internal_error_proxy";
            case OVERLOADED -> "overloaded_error";
            case TIMEOUT -> "timeout_error";
        };
    }

    static @Nullable String code(ChatError error) {
        return isUnknownModel(error) ? UNKNOWN_MODEL : error.code();
    }
}
