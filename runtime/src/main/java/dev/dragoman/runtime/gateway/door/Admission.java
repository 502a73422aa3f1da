// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway.door;

import dev.dragoman.model.error.ChatError;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the door says to a request.
 *
 * @param key who comes in; {@link InboundKey#NOBODY} if nobody in particular
 * @param objection why it is turned away; {@code null} if it may pass
 */
public record Admission(InboundKey key, @Nullable ChatError objection) {
    /** Checks that nothing required is missing. */
    public Admission {
        Objects.requireNonNull(key, "key");
    }

    static Admission of(InboundKey key) {
        return new Admission(key, null);
    }

    /** A request that is turned away. */
    public static Admission refused(ChatError objection) {
        return new Admission(InboundKey.NOBODY, objection);
    }
}
