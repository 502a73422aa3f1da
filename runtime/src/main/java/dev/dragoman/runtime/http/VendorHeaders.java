// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.http;

import dev.dragoman.dialect.EncodedRequest;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.Map;

/**
 * The headers that a vendor is sent: those of the dialect, then those of the profile, the credential and the configuration, of
 * which each wins over the ones before. Nothing of a client's request is among them.
 */
final class VendorHeaders {
    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
    private static final CharSequence ANY_STREAM = HttpHeaders.createOptimized("text/event-stream, application/json");
    private static final CharSequence IDENTITY = HttpHeaders.createOptimized("identity");
    private static final CharSequence PROGRAM = HttpHeaders.createOptimized("dragoman");

    private final MultiMap fixed = HttpHeaders.headers();

    VendorHeaders(VendorSettings settings) {
        fixed.set(HttpHeaders.USER_AGENT, PROGRAM);
        settings.profile().headers().forEach(fixed::set);
        String key = settings.apiKey();
        if (key != null) {
            fixed.set(
                    settings.profile().auth().header(),
                    settings.profile().auth().prefix() + key);
        }
        settings.headers().forEach(fixed::set);
    }

    /** Writes the headers of a request. A stream is not asked to be compressed: compressors hold pieces back. */
    void write(EncodedRequest request, boolean stream, MultiMap target) {
        target.set(HttpHeaders.CONTENT_TYPE, JSON);
        target.set(HttpHeaders.ACCEPT, stream ? ANY_STREAM : JSON);
        if (stream) {
            target.set(HttpHeaders.ACCEPT_ENCODING, IDENTITY);
        }
        for (Map.Entry<String, String> header : request.headers().entrySet()) {
            target.set(header.getKey(), header.getValue());
        }
        for (Map.Entry<String, String> header : fixed) { // setAll would forget the others
            target.set(header.getKey(), header.getValue());
        }
    }
}
