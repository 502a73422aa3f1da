// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway;

import dev.dragoman.dialect.WireRequest;
import io.vertx.core.http.HttpServerRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the path of an endpoint says about a request.
 *
 * @param mount id of the dialect, or whatever stands in its place in the path
 * @param model the model that the path names; {@code null} if the body does
 * @param stream whether the path asks for a stream; {@code null} if the body says so
 * @param headers headers that the dialect may read, names in lower case. No other header of a client gets further than the
 *     gateway
 */
public record Inbound(
        String mount, @Nullable String model, @Nullable Boolean stream, List<String> headers) {
    /** Copies the list. */
    public Inbound {
        Objects.requireNonNull(mount, "mount");
        headers = List.copyOf(headers);
    }

    /** A request that says everything in its body. */
    public static Inbound of(String mount) {
        return new Inbound(mount, null, null, List.of());
    }

    /** A request whose path names the model. */
    public static Inbound ofModel(String mount, String model) {
        return new Inbound(mount, model, null, List.of());
    }

    /** The request without its transport. */
    WireRequest wire(HttpServerRequest request, byte[] body) {
        if (headers.isEmpty()) {
            return new WireRequest(body, model, stream, Map.of());
        }
        Map<String, String> allowed = new LinkedHashMap<>();
        for (String name : headers) {
            String value = request.getHeader(name);
            if (value != null) {
                allowed.put(name, value);
            }
        }
        return new WireRequest(body, model, stream, allowed);
    }
}
