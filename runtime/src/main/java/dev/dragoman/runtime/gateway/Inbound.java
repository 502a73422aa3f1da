// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway;

import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.runtime.gateway.endpoint.Endpoint;
import dev.dragoman.runtime.gateway.endpoint.Endpoints;
import io.vertx.core.http.HttpServerRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the path of a request says.
 *
 * @param dialect what its client speaks
 * @param endpoint what it wants
 * @param model the model that the path names; {@code null} if the body does
 */
record Inbound(Dialect dialect, Endpoint endpoint, @Nullable String model) {
    /** Checks that nothing required is missing. */
    Inbound {
        Objects.requireNonNull(dialect, "dialect");
        Objects.requireNonNull(endpoint, "endpoint");
    }

    /** The request without its transport. */
    WireRequest wire(HttpServerRequest request, byte[] body) {
        List<String> headers = Endpoints.headers(dialect.family());
        if (headers.isEmpty()) {
            return new WireRequest(body, model, endpoint.stream(), Map.of());
        }
        Map<String, String> allowed = new LinkedHashMap<>();
        for (String name : headers) {
            List<String> values = request.headers().getAll(name);
            if (!values.isEmpty()) {
                allowed.put(name, String.join(",", values)); // RFC 9110, section 5.3
            }
        }
        return new WireRequest(body, model, endpoint.stream(), allowed);
    }
}
