// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway;

import dev.dragoman.runtime.Ids;
import io.vertx.core.http.HttpServerRequest;

/** The id of a request: the client's own if it sent a sane one, else a new one. */
final class RequestIds {
    private static final int LONGEST = 128;

    private RequestIds() {}

    static String of(HttpServerRequest request) {
        String id = request.getHeader("x-request-id");
        if (id != null && isSane(id)) {
            return id;
        }
        id = request.getHeader("x-client-request-id");
        return id != null && isSane(id) ? id : "req_" + Ids.next();
    }

    /** Visible ASCII, so that it can neither break a header nor a line of a log. */
    static boolean isSane(String id) {
        if (id.isEmpty() || id.length() > LONGEST) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            if (id.charAt(i) <= ' ' || id.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }
}
