// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.openai.chat.stored;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request that changes a stored completion. Its metadata is all that can be changed; the answer is the completion.
 *
 * @param metadata the new pairs, instead of all earlier ones; none to take them away
 */
public record StoredUpdate(Map<String, String> metadata) {
    /** Copies the map, in its order. */
    public StoredUpdate {
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /** What the pairs say stays out of logs. */
    @Override
    public String toString() {
        return "StoredUpdate[" + metadata.size() + " pairs]";
    }
}
