// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat.stored;

import dev.dragoman.model.Message;
import java.util.Objects;

/**
 * A message of a stored conversation, of the client or of the model.
 *
 * @param id id of the completion, a hyphen and the number of the message
 * @param message what it says; parts that are more than one text stand in {@code content_parts}
 */
public record StoredMessage(String id, Message message) {
    /** Checks that nothing required is missing. */
    public StoredMessage {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(message, "message");
    }
}
