// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway;

import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.ServerProbe;
import dev.dragoman.dialect.WireRequest;
import dev.dragoman.runtime.gateway.endpoint.Endpoint;
import dev.dragoman.runtime.gateway.endpoint.Endpoints;
import io.vertx.core.http.HttpServerRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
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

    /** What its clients ask before they chat. Only endpoints of dialects that have it lead there. */
    ServerProbe probe() {
        return dialect.serverProbe().orElseThrow();
    }

    /** The request without its transport. */
    WireRequest wire(HttpServerRequest request, byte[] body) {
        Map<String, String> headers = allowed(Endpoints.headers(dialect.family()), request.headers()::getAll);
        List<String> parameters = Endpoints.query(dialect.family());
        Map<String, String> query = request.query() == null ? Map.of() : allowed(parameters, request.params()::getAll);
        return new WireRequest(body, model, endpoint.stream(), headers, query);
    }

    /** Several values of one name are one list, as RFC 9110, section 5.3, has it. */
    private static Map<String, String> allowed(List<String> names, Function<String, List<String>> values) {
        if (names.isEmpty()) {
            return Map.of();
        }
        Map<String, String> allowed = new LinkedHashMap<>();
        for (String name : names) {
            List<String> found = values.apply(name);
            if (!found.isEmpty()) {
                allowed.put(name, String.join(",", found));
            }
        }
        return allowed;
    }
}
