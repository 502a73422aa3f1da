// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model.error;

/**
 * What went wrong, in classes that every dialect can tell apart. The HTTP status beside each kind is the one used where a
 * dialect has no status of its own for it.
 */
public enum ErrorKind {
    /** The request is malformed, misses something, or asks for what the target refuses. */
    INVALID_REQUEST(400, false),
    /** The prompt, or prompt and answer together, exceed the model's context. */
    CONTEXT_LENGTH(400, false),
    /** A filter refused the prompt. */
    CONTENT_BLOCKED(400, false),
    /** No credential, or a wrong one. */
    AUTHENTICATION(401, false),
    /** The account must pay before it may go on; repeating does not help. */
    BILLING(402, false),
    /** A valid credential that may not do this. */
    PERMISSION(403, false),
    /** Unknown model, file or path. */
    NOT_FOUND(404, false),
    /** The path exists, the HTTP method does not. */
    METHOD_NOT_ALLOWED(405, false),
    /** In conflict with another request. */
    CONFLICT(409, true),
    /** The body is larger than allowed. */
    TOO_LARGE(413, false),
    /** Too many requests or tokens per time; repeating later helps. */
    RATE_LIMIT(429, true),
    /** A spending or usage limit of the account is reached; repeating does not help. */
    QUOTA(429, false),
    /** The caller went away before the answer was complete. */
    CANCELLED(499, false),
    /** A fault inside the server that answered. */
    INTERNAL(500, true),
    /** The server does not implement what was asked. */
    NOT_IMPLEMENTED(501, false),
    /** The vendor behind us could not be reached, broke off, or answered something unreadable. */
    UPSTREAM(502, true),
    /** The server is overloaded or not ready. */
    OVERLOADED(503, true),
    /** The answer took too long. */
    TIMEOUT(504, true);

    private final int status;
    private final boolean retryable;

    ErrorKind(int status, boolean retryable) {
        this.status = status;
        this.retryable = retryable;
    }

    /** The usual HTTP status of this kind, 400 to 599. */
    public int status() {
        return status;
    }

    /** Whether the same request may succeed later without a change. */
    public boolean retryable() {
        return retryable;
    }

    /** The kind that an HTTP status of 400 or more most likely means. */
    public static ErrorKind ofStatus(int status) {
        return switch (status) {
            case 401 -> AUTHENTICATION;
            case 402 -> BILLING;
            case 403 -> PERMISSION;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 408, 504 -> TIMEOUT;
            case 409 -> CONFLICT;
            case 413 -> TOO_LARGE;
            case 429 -> RATE_LIMIT;
            case 499 -> CANCELLED;
            case 501 -> NOT_IMPLEMENTED;
            case 424, 502 -> UPSTREAM;
            case 503, 529 -> OVERLOADED;
            default -> status >= 500 ? INTERNAL : INVALID_REQUEST;
        };
    }
}
