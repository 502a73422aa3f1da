// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.dialect;

import dev.dragoman.model.content.Origin;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where an answer comes from: what a decoder needs beyond the bytes.
 *
 * @param vendor id of the adapter that was called, such as {@code openai}; marks the origin of reasoning
 * @param model the vendor's name of the model that was asked
 * @param requestId the vendor's id of the request, from its headers; {@code null} if it gave none
 */
public record ReplySource(
        String vendor, String model, @Nullable String requestId) {
    /** Checks that nothing required is missing. */
    public ReplySource {
        Objects.requireNonNull(vendor, "vendor");
        Objects.requireNonNull(model, "model");
    }

    /** The mark on reasoning made there. */
    public Origin origin() {
        return new Origin(vendor, model);
    }
}
