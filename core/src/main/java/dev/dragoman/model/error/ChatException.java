// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.model.error;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The one exception that Dragoman throws for failures of a request, a vendor or a translation. It carries the
 * {@link ChatError} that a client is told; programming errors stay {@link IllegalArgumentException} and the like.
 */
public final class ChatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ChatError error;

    /** An exception for this failure. */
    public ChatException(ChatError error) {
        this(error, null);
    }

    /** An exception for this failure with what caused it. */
    public ChatException(ChatError error, @Nullable Throwable cause) {
        super(Objects.requireNonNull(error, "error").message(), cause);
        this.error = error;
    }

    /** What went wrong. */
    public ChatError error() {
        return error;
    }

    /** A request that cannot be served because the value at this path is wrong. */
    public static ChatException invalid(@Nullable String param, String message) {
        return new ChatException(ChatError.of(ErrorKind.INVALID_REQUEST, message)
                .withParam(param)
                .withCode("invalid_value"));
    }
}
