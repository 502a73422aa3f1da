// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat.stored;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list ({@code "object": "list"}).
 *
 * @param <T> what is listed
 * @param data what is on this page, in the vendor's order
 * @param firstId id of the first element; {@code null} if there is none
 * @param lastId id of the last element, after which the next page begins; {@code null} if there is none
 * @param hasMore whether there is a next page
 */
public record StoredPage<T>(
        List<T> data, @Nullable String firstId, @Nullable String lastId, boolean hasMore) {
    /** Copies the list. */
    public StoredPage {
        data = List.copyOf(data);
    }
}
