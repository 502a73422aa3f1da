// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.dialect;

import dev.dragoman.model.content.Origin;
import dev.dragoman.prepare.ReplyPlan;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where an answer comes from: what a decoder needs beyond the bytes.
 *
 * @param vendor id of the adapter that was called, such as {@code openai}; marks the origin of reasoning
 * @param model the vendor's name of the model that was asked
 * @param requestId the vendor's id of the request, from its headers; {@code null} if it gave none
 * @param plan what was disguised in the request, so that the decoder undoes it
 * @param choices how many answers were asked for, so that a stream without an end mark is known to be complete
 */
public record ReplySource(
        String vendor, String model, @Nullable String requestId, ReplyPlan plan, int choices) {
    /** Checks that nothing required is missing. */
    public ReplySource {
        Objects.requireNonNull(vendor, "vendor");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(plan, "plan");
    }

    /** The source of an answer of one choice. */
    public ReplySource(String vendor, String model, @Nullable String requestId, ReplyPlan plan) {
        this(vendor, model, requestId, plan, 1);
    }

    /** The source of an answer to a request in which nothing was disguised. */
    public ReplySource(String vendor, String model, @Nullable String requestId) {
        this(vendor, model, requestId, ReplyPlan.NONE);
    }

    /** The mark on reasoning made there. */
    public Origin origin() {
        return new Origin(vendor, model);
    }
}
