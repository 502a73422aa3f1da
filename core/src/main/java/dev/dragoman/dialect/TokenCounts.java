// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.dialect;

import dev.dragoman.model.ChatRequest;

/** How a dialect asks for the number of tokens of a request without having it answered, in both roles. Stateless. */
public interface TokenCounts {
    /**
     * Client to us: reads what shall be counted.
     *
     * @throws dev.dragoman.model.error.ChatException of kind {@code INVALID_REQUEST} that names the path of the value at fault
     */
    ChatRequest decodeRequest(WireRequest wire);

    /** Us to vendor: asks for the count. What the request cannot say goes into the losses of the context. */
    EncodedRequest encodeRequest(ChatRequest request, EncodeContext context);

    /** Client to us to a vendor of the same dialect: changes only what must change. */
    EncodedRequest forwardRequest(WireRequest wire, String model, EncodeContext context);

    /**
     * Vendor to us: the number of input tokens.
     *
     * @throws dev.dragoman.model.error.ChatException of kind {@code UPSTREAM} if the body does not tell it
     */
    long decodeResponse(byte[] body);

    /** Us to client: the answer with this number of input tokens. */
    byte[] encodeResponse(long inputTokens);
}
