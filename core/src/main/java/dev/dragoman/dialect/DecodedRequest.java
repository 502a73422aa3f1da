// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.dialect;

import dev.dragoman.model.ChatRequest;
import java.util.Objects;

/**
 * What a client asked, and how its reply must look.
 *
 * @param request what is asked
 * @param shape how the reply must look; meaningful to the dialect that made it
 */
public record DecodedRequest(ChatRequest request, ReplyShape shape) {
    /** Checks that nothing required is missing. */
    public DecodedRequest {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(shape, "shape");
    }
}
