// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.http;

import io.vertx.core.MultiMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Status and headers of a vendor's response.
 *
 * @param status the HTTP status
 * @param headers the headers; looking up ignores case
 */
record VendorReply(int status, MultiMap headers) {
    private static final List<String> REQUEST_ID_HEADERS =
            List.of("x-request-id", "request-id", "x-amzn-requestid", "apim-request-id");

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    boolean isError() {
        return status >= 400 && status <= 599;
    }

    /** Whether the body is one JSON value although a stream may have been asked for. */
    boolean isJson() {
        String type = headers.get("content-type");
        return type != null && type.regionMatches(true, 0, "application/json", 0, "application/json".length());
    }

    /** The vendor's id of the request; {@code null} if it gave none. */
    @Nullable String requestId() {
        for (String name : REQUEST_ID_HEADERS) {
            String value = headers.get(name);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /** The headers as error codecs want them; of several of one name the first. */
    Map<String, String> lowerCaseHeaders() {
        Map<String, String> map = new HashMap<>();
        headers.forEach((name, value) -> map.putIfAbsent(name.toLowerCase(Locale.ROOT), value));
        return map;
    }
}
