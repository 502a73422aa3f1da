// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.dialect;

import java.util.Map;
import java.util.Objects;

/**
 * A request that is ready to be signed.
 *
 * @param method HTTP method, upper case
 * @param tls whether it goes over TLS
 * @param host the vendor's host, without port
 * @param port the vendor's port, the usual one included
 * @param path path as it is sent, percent-encoded, beginning with a slash; without a query
 * @param headers headers to be signed besides {@code Host}
 * @param body the body; not copied, do not change it
 */
public record UnsignedRequest(
        String method, boolean tls, String host, int port, String path, Map<String, String> headers, byte[] body) {
    /** Copies the map. */
    public UnsignedRequest {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(body, "body");
        headers = Map.copyOf(headers);
    }

    /** No body: prompts stay out of logs. */
    @Override
    public String toString() {
        return "UnsignedRequest[" + method + " " + host + path + ", " + body.length + " bytes]";
    }
}
