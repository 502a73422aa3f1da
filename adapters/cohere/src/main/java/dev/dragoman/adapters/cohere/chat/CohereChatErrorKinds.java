// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.cohere.chat;

import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ErrorKind;

/** Which kind a vendor's error is, and how a kind is told to a client. There is no machine-readable word: the status says it. */
final class CohereChatErrorKinds {
    /** A token on a deny list. */
    private static final int DENIED_TOKEN = 498;

    /** Before the text of the one failure that no status tells. */
    private static final String TOO_LONG = "too many tokens: ";

    private CohereChatErrorKinds() {}

    /** The text for a client: where the kind shows in it alone, it begins so. */
    static String mark(ErrorKind kind, String message) {
        return kind == ErrorKind.CONTEXT_LENGTH ? TOO_LONG + message : message;
    }

    /** The text without the mark of its kind. */
    static String unmarked(ErrorKind kind, String message) {
        return kind == ErrorKind.CONTEXT_LENGTH && message.startsWith(TOO_LONG)
                ? message.substring(TOO_LONG.length())
                : message;
    }

    /** @param status 0 where there is none, in a stream */
    static ErrorKind of(int status, String message) {
        if ((status == 400 || status == 422 || status == 0) && message.startsWith(TOO_LONG)) {
            return ErrorKind.CONTEXT_LENGTH;
        }
        if (status == 0) {
            if (message.startsWith("invalid request:")) {
                return ErrorKind.INVALID_REQUEST;
            }
            return message.startsWith("model '") && message.contains("not found")
                    ? ErrorKind.NOT_FOUND
                    : ErrorKind.INTERNAL;
        }
        return status == DENIED_TOKEN ? ErrorKind.AUTHENTICATION : ErrorKind.ofStatus(status);
    }

    /** The status for a client. A spent quota is a bill there, which SDKs don't repeat, unlike 429. */
    static int status(ChatError error) {
        return switch (error.kind()) {
            case QUOTA -> ErrorKind.BILLING.status();
            case INVALID_REQUEST ->
                error.status() < 500
                                && error.status() != DENIED_TOKEN
                                && ErrorKind.ofStatus(error.status()) == ErrorKind.INVALID_REQUEST
                        ? error.status()
                        : 400;
            default -> error.kind().status();
        };
    }
}
