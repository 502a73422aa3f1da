// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat.stored;

import dev.dragoman.model.response.ChatResponse;
import java.util.Objects;

/**
 * An answer that the vendor keeps, with what was asked besides the messages. Those are a list of their own
 * ({@link StoredMessage}).
 *
 * @param response the answer
 * @param settings what was asked
 */
public record StoredCompletion(ChatResponse response, StoredSettings settings) {
    /** Checks that nothing required is missing. */
    public StoredCompletion {
        Objects.requireNonNull(response, "response");
        Objects.requireNonNull(settings, "settings");
    }
}
