// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.dialect;

/** Wire to canonical, for requests. */
@FunctionalInterface
public interface RequestDecoder {
    /**
     * Reads what a client sent. Known fields are checked strictly; unknown ones are kept as extensions.
     *
     * @throws dev.dragoman.model.error.ChatException of kind {@code INVALID_REQUEST} that names the path of the value at fault
     */
    DecodedRequest decode(WireRequest wire);
}
