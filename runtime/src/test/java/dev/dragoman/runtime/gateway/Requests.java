// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway;

import io.vertx.core.http.HttpServerRequest;
import java.lang.reflect.Proxy;
import java.util.Locale;
import java.util.Map;

/** Requests that have headers, or one query parameter, and nothing else. */
public final class Requests {
    private Requests() {}

    public static HttpServerRequest with(Map<String, String> headers) {
        return with(headers, null);
    }

    public static HttpServerRequest withKeyInQuery(String key) {
        return with(Map.of(), key);
    }

    private static HttpServerRequest with(Map<String, String> headers, String key) {
        return (HttpServerRequest) Proxy.newProxyInstance(
                Requests.class.getClassLoader(),
                new Class<?>[] {HttpServerRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getHeader" -> headers.get(arguments[0].toString().toLowerCase(Locale.ROOT));
                    case "query" -> key == null ? null : "key=" + key;
                    case "getParam" -> key;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
