// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.dialect;

import dev.dragoman.loss.Loss;
import dev.dragoman.model.ChatRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a client asked, and how its reply must look.
 *
 * @param request what is asked
 * @param shape how the reply must look; meaningful to the dialect that made it
 * @param losses what was brought into the bounds of the dialect, under paths of the client's body
 * @param family the client's request in the words of the dialect's family, where those differ from what it sent; {@code null}
 *     where they do not
 */
public record DecodedRequest(
        ChatRequest request,
        ReplyShape shape,
        List<Loss> losses,
        @Nullable WireRequest family) {
    /** Checks that nothing required is missing. */
    public DecodedRequest {
        Objects.requireNonNull(request, "request");
        Objects.requireNonNull(shape, "shape");
        losses = List.copyOf(losses);
    }

    /** A request that was taken as it was sent. */
    public DecodedRequest(ChatRequest request, ReplyShape shape) {
        this(request, shape, List.of(), null);
    }

    /** What may pass through to a vendor of the same family. */
    public WireRequest forwardable(WireRequest sent) {
        return family == null ? sent : family;
    }
}
