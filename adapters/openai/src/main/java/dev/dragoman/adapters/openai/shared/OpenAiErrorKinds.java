// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.shared;

import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ErrorKind;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which kind a vendor's error is, and how a kind is told to a client. */
final class OpenAiErrorKinds {
    private static final Set<String> QUOTA_CODES = Set.of(
            "insufficient_quota",
            "credit_balance_exhausted",
            "organization_spend_limit_exceeded",
            "project_spend_limit_exceeded",
            "organization_usage_limit_exceeded");

    /** Codes that OpenAI itself uses and clients may decide by. */
    private static final Set<String> KNOWN_CODES = Set.of(
            "context_length_exceeded",
            "unsupported_parameter",
            "unsupported_value",
            "missing_required_parameter",
            "unknown_parameter",
            "invalid_type",
            "invalid_value",
            "invalid_json",
            "content_policy_violation",
            "invalid_prompt",
            "invalid_api_key",
            "model_not_found",
            "rate_limit_exceeded",
            "slow_down",
            "server_is_overloaded",
            "stream_interrupted",
            "unknown_url",
            "billing_not_active",
            "permission_denied",
            "method_not_allowed",
            "conflict",
            "request_too_large",
            "request_cancelled",
            "not_implemented",
            "bad_gateway",
            "timeout");

    private OpenAiErrorKinds() {}

    static boolean isKnown(String code) {
        return KNOWN_CODES.contains(code) || QUOTA_CODES.contains(code);
    }

    /** The kind of an error that came with a status. */
    static ErrorKind of(int status, OpenAiErrorBody error) {
        ErrorKind special = special(error);
        if (special != null) {
            return special;
        }
        return ErrorKind.ofStatus(status);
    }

    /** The kind of an error inside of a stream, from its code and type. */
    static ErrorKind ofStream(OpenAiErrorBody error) {
        ErrorKind special = special(error);
        if (special != null) {
            return special;
        }
        String code = error.code;
        if (code != null && code.length() == 3 && code.chars().allMatch(Character::isDigit)) {
            int status = Integer.parseInt(code);
            if (status >= 400 && status <= 599) {
                return ErrorKind.ofStatus(status);
            }
        }
        String words = (error.code + " " + error.type).toLowerCase(Locale.ROOT);
        if (words.contains("rate_limit")) {
            return ErrorKind.RATE_LIMIT;
        }
        if (words.contains("authentication")) {
            return ErrorKind.AUTHENTICATION;
        }
        if (words.contains("permission")) {
            return ErrorKind.PERMISSION;
        }
        if (words.contains("not_found")) {
            return ErrorKind.NOT_FOUND;
        }
        if (words.contains("policy")) {
            return ErrorKind.CONTENT_BLOCKED;
        }
        if (words.contains("invalid")
                || words.contains("bad_request")
                || words.contains("image")
                || words.contains("data_residency")) {
            return ErrorKind.INVALID_REQUEST;
        }
        if (words.contains("overload") || words.contains("unavailable")) {
            return ErrorKind.OVERLOADED;
        }
        if (words.contains("timeout")) {
            return ErrorKind.TIMEOUT;
        }
        return words.contains("stream_interrupted") || words.contains("upstream")
                ? ErrorKind.UPSTREAM
                : ErrorKind.INTERNAL;
    }

    private static @Nullable ErrorKind special(OpenAiErrorBody error) {
        String code = error.code == null ? "" : error.code;
        if (QUOTA_CODES.contains(code)
                || ("insufficient_quota".equals(error.type) && !code.equals("billing_not_active"))) {
            return ErrorKind.QUOTA;
        }
        return switch (code) {
            case "context_length_exceeded" -> ErrorKind.CONTEXT_LENGTH;
            case "content_policy_violation", "invalid_prompt", "content_filter" -> ErrorKind.CONTENT_BLOCKED;
            case "invalid_api_key" -> ErrorKind.AUTHENTICATION;
            case "stream_interrupted", "bad_gateway" -> ErrorKind.UPSTREAM;
            case "server_is_overloaded" -> ErrorKind.OVERLOADED;
            case "billing_not_active" -> ErrorKind.BILLING;
            case "permission_denied" -> ErrorKind.PERMISSION;
            case "model_not_found" -> error.status == 403 ? ErrorKind.PERMISSION : ErrorKind.NOT_FOUND;
            case "unknown_url" -> ErrorKind.NOT_FOUND;
            case "method_not_allowed" -> ErrorKind.METHOD_NOT_ALLOWED;
            case "conflict" -> ErrorKind.CONFLICT;
            case "request_too_large" -> ErrorKind.TOO_LARGE;
            case "request_cancelled" -> ErrorKind.CANCELLED;
            case "not_implemented" -> ErrorKind.NOT_IMPLEMENTED;
            case "timeout" -> ErrorKind.TIMEOUT;
            default -> isContextLength(error.message) ? ErrorKind.CONTEXT_LENGTH : null;
        };
    }

    private static boolean isContextLength(@Nullable String message) {
        return message != null
                && (message.contains("maximum context length") || message.contains("context_length_exceeded"));
    }

    /** The status for a client: the one it came with where it belongs to the kind, else the kind's own. */
    static int status(ChatError error) {
        return switch (error.kind()) {
            case INVALID_REQUEST ->
                error.status() < 500 && ErrorKind.ofStatus(error.status()) == ErrorKind.INVALID_REQUEST
                        ? error.status()
                        : 400;
            case BILLING -> 429;
            default -> error.kind().status();
        };
    }

    static String type(ErrorKind kind) {
        return switch (kind) {
            case INVALID_REQUEST,
                    CONTEXT_LENGTH,
                    CONTENT_BLOCKED,
                    AUTHENTICATION,
                    PERMISSION,
                    NOT_FOUND,
                    METHOD_NOT_ALLOWED,
                    CONFLICT,
                    TOO_LARGE,
                    CANCELLED -> "invalid_request_error";
            case RATE_LIMIT -> "rate_limit_error";
            case QUOTA, BILLING -> "insufficient_quota";
            case OVERLOADED -> "service_unavailable_error";
            case INTERNAL, NOT_IMPLEMENTED, UPSTREAM, TIMEOUT -> "server_error";
        };
    }

    /** The code by which clients know the kind; {@code null} where there is none. */
    static @Nullable String code(ErrorKind kind) {
        return switch (kind) {
            case CONTEXT_LENGTH -> "context_length_exceeded";
            case CONTENT_BLOCKED -> "content_policy_violation";
            case AUTHENTICATION -> "invalid_api_key";
            case RATE_LIMIT -> "rate_limit_exceeded";
            case QUOTA -> "insufficient_quota";
            case BILLING -> "billing_not_active";
            case OVERLOADED -> "server_is_overloaded";
            case PERMISSION -> "permission_denied";
            case NOT_FOUND -> "model_not_found";
            case METHOD_NOT_ALLOWED -> "method_not_allowed";
            case CONFLICT -> "conflict";
            case TOO_LARGE -> "request_too_large";
            case CANCELLED -> "request_cancelled";
            case NOT_IMPLEMENTED -> "not_implemented";
            case UPSTREAM -> "bad_gateway";
            case TIMEOUT -> "timeout";
            case INVALID_REQUEST, INTERNAL -> null;
        };
    }
}
