// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.ollama.chat;

import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ErrorKind;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which kind a vendor's error is, and how a kind is told to a client: by the status, and by a word where that says less. */
final class OllamaChatErrorKinds {
    private OllamaChatErrorKinds() {}

    /** The kind by our own word, then by the vendor's words, then by the status, which is 0 inside of a stream. */
    static ErrorKind of(int status, OllamaChatErrorBody error) {
        ErrorKind told = parse(error.kind);
        if (told != null) {
            return told;
        }
        ErrorKind said = byMessage(status, error.message == null ? "" : error.message);
        if (said != null) {
            return said;
        }
        return status == 0 ? ErrorKind.INTERNAL : ErrorKind.ofStatus(status);
    }

    private static @Nullable ErrorKind parse(@Nullable String word) {
        for (ErrorKind kind : ErrorKind.values()) {
            if (word(kind).equals(word)) {
                return kind;
            }
        }
        return null;
    }

    /** Source: error texts of {@code server/routes.go}, {@code server/sched.go} and the runner, 2026-08-21. */
    private static @Nullable ErrorKind byMessage(int status, String message) {
        if (message.contains("exceeded max context length")
                || message.contains("exceeds the available context size")
                || message.contains("input length exceeds")) {
            return ErrorKind.CONTEXT_LENGTH;
        }
        // A wrong type of an option is the caller's fault, although the status says otherwise.
        if (message.startsWith("option \"") && message.contains("must be of type")) {
            return ErrorKind.INVALID_REQUEST;
        }
        if (status != 0) {
            return null;
        }
        if (message.startsWith("model ") && message.contains("not found")) {
            return ErrorKind.NOT_FOUND;
        }
        if (message.equals("unauthorized")) {
            return ErrorKind.AUTHENTICATION;
        }
        return message.startsWith("server busy") ? ErrorKind.OVERLOADED : null;
    }

    static String word(ErrorKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** Whether the status alone does not tell the kind. */
    static boolean needsWord(ErrorKind kind, int status) {
        return ErrorKind.ofStatus(status) != kind;
    }

    /** The status for a client: the one it came with where it belongs to the kind, else the kind's own. */
    static int status(ChatError error) {
        boolean fits = error.kind() == ErrorKind.INVALID_REQUEST
                && error.status() < 500
                && ErrorKind.ofStatus(error.status()) == ErrorKind.INVALID_REQUEST;
        return fits ? error.status() : error.kind().status();
    }
}
