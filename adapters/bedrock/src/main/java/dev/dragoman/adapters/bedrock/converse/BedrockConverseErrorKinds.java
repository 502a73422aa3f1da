// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock.converse;

import dev.dragoman.model.error.ErrorKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Exceptions, their statuses and kinds. Source: service model of botocore 1.43.107; names of the front end (credentials) from AWS'
 * documentation.
 */
final class BedrockConverseErrorKinds {
    private static final Map<String, ErrorKind> KINDS = Map.ofEntries(
            Map.entry("ValidationException", ErrorKind.INVALID_REQUEST),
            Map.entry("SerializationException", ErrorKind.INVALID_REQUEST),
            Map.entry("ServiceQuotaExceededException", ErrorKind.QUOTA),
            Map.entry("ConflictException", ErrorKind.CONFLICT),
            Map.entry("AccessDeniedException", ErrorKind.PERMISSION),
            Map.entry("UnrecognizedClientException", ErrorKind.AUTHENTICATION),
            Map.entry("InvalidSignatureException", ErrorKind.AUTHENTICATION),
            Map.entry("IncompleteSignatureException", ErrorKind.AUTHENTICATION),
            Map.entry("MissingAuthenticationTokenException", ErrorKind.AUTHENTICATION),
            Map.entry("ExpiredTokenException", ErrorKind.AUTHENTICATION),
            Map.entry("ResourceNotFoundException", ErrorKind.NOT_FOUND),
            Map.entry("UnknownOperationException", ErrorKind.NOT_FOUND),
            Map.entry("ModelTimeoutException", ErrorKind.TIMEOUT),
            Map.entry("ModelErrorException", ErrorKind.UPSTREAM),
            Map.entry("ModelStreamErrorException", ErrorKind.UPSTREAM),
            Map.entry("ThrottlingException", ErrorKind.RATE_LIMIT),
            Map.entry("ModelNotReadyException", ErrorKind.OVERLOADED),
            Map.entry("InternalServerException", ErrorKind.INTERNAL),
            Map.entry("ServiceUnavailableException", ErrorKind.OVERLOADED));

    /** How the service complains of a prompt that is too long: its only hint. */
    private static final List<String> TOO_LONG =
            List.of("input is too long", "prompt is too long", "too many input tokens", "exceeds the maximum context");

    private BedrockConverseErrorKinds() {}

    /**
     * The kind of an error.
     *
     * @param exception name of the exception; empty if unknown
     * @param status the HTTP status; 0 inside of a stream
     * @param word our own word for the kind, in errors that we wrote; {@code null} if none
     */
    static ErrorKind of(String exception, int status, @Nullable String word, String message) {
        ErrorKind told = ofWord(word);
        if (told != null) {
            return told;
        }
        ErrorKind kind = KINDS.get(exception);
        if (kind == null) {
            kind = status == 424 ? ErrorKind.UPSTREAM : status == 408 ? ErrorKind.TIMEOUT : null;
        }
        if (kind == null) {
            kind = status == 0 ? ErrorKind.INTERNAL : ErrorKind.ofStatus(status);
        }
        if (kind == ErrorKind.INVALID_REQUEST) {
            String lower = message.toLowerCase(Locale.ROOT);
            return TOO_LONG.stream().anyMatch(lower::contains) ? ErrorKind.CONTEXT_LENGTH : kind;
        }
        return kind;
    }

    private static @Nullable ErrorKind ofWord(@Nullable String word) {
        for (ErrorKind kind : ErrorKind.values()) {
            if (word(kind).equals(word)) {
                return kind;
            }
        }
        return null;
    }

    /** Our own word for a kind, for those that share an exception with others. */
    static String word(ErrorKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** The exception by which a client is told a kind. */
    static String exception(ErrorKind kind) {
        return switch (kind) {
            case INVALID_REQUEST,
                    CONTEXT_LENGTH,
                    CONTENT_BLOCKED,
                    METHOD_NOT_ALLOWED,
                    TOO_LARGE,
                    CANCELLED,
                    NOT_IMPLEMENTED -> "ValidationException";
            case AUTHENTICATION -> "UnrecognizedClientException";
            case PERMISSION, BILLING -> "AccessDeniedException";
            case NOT_FOUND -> "ResourceNotFoundException";
            case CONFLICT -> "ConflictException";
            case RATE_LIMIT -> "ThrottlingException";
            case QUOTA -> "ServiceQuotaExceededException";
            case INTERNAL -> "InternalServerException";
            case UPSTREAM -> "ModelErrorException";
            case OVERLOADED -> "ServiceUnavailableException";
            case TIMEOUT -> "ModelTimeoutException";
        };
    }

    /** The member of the stream's union by which a client is told a kind: there are five. */
    static String streamException(ErrorKind kind) {
        return switch (kind) {
            case RATE_LIMIT -> "throttlingException";
            case OVERLOADED -> "serviceUnavailableException";
            case INTERNAL -> "internalServerException";
            case UPSTREAM, TIMEOUT -> "modelStreamErrorException";
            default -> "validationException";
        };
    }

    /** The status of an exception. */
    static int status(ErrorKind kind) {
        return switch (kind) {
            case AUTHENTICATION, PERMISSION, BILLING -> 403;
            case NOT_FOUND -> 404;
            case METHOD_NOT_ALLOWED -> 405;
            case TIMEOUT -> 408;
            case UPSTREAM -> 424;
            case RATE_LIMIT -> 429;
            case INTERNAL -> 500;
            case NOT_IMPLEMENTED -> 501;
            case OVERLOADED -> 503;
            case INVALID_REQUEST, CONTEXT_LENGTH, CONTENT_BLOCKED, TOO_LARGE, CANCELLED, CONFLICT, QUOTA -> 400;
        };
    }
}
