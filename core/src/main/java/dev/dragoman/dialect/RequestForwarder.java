// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.dialect;

import dev.dragoman.model.ChatRequest;

/** Same dialect on both sides: the body passes through. */
@FunctionalInterface
public interface RequestForwarder {
    /**
     * The client's request with the vendor's own name of the model and nothing else changed.
     *
     * @param wire what the client sent; it was decoded before, so it is well-formed
     * @param model the vendor's own name of the model
     * @param stream whether the vendor shall stream
     * @param context whom the request goes to, and where to report what the vendor must not be sent, such as reasoning that
     *     another vendor sealed; under paths of the body itself, not canonical ones
     */
    EncodedRequest forward(WireRequest wire, String model, boolean stream, EncodeContext context);

    /**
     * The same for a caller that has decoded the request already.
     *
     * @param request what the body asks, so that a forwarder that must know it need not read it again
     */
    default EncodedRequest forward(
            WireRequest wire, ChatRequest request, String model, boolean stream, EncodeContext context) {
        return forward(wire, model, stream, context);
    }
}
