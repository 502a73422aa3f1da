// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat.stored;

import java.util.Objects;

/**
 * The answer to the deletion of a stored completion ({@code "object": "chat.completion.deleted"}).
 *
 * @param id id of the completion
 * @param deleted whether it is gone
 */
public record StoredDeletion(String id, boolean deleted) {
    /** Checks that nothing required is missing. */
    public StoredDeletion {
        Objects.requireNonNull(id, "id");
    }
}
