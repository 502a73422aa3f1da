// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.http;

import dev.dragoman.dialect.EncodedRequest;
import dev.dragoman.dialect.VendorProfile;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
    private final VendorProfile.Auth auth;
    /** Whether configuration sets the header of the credential itself. */
    private final boolean ownCredential;

    VendorHeaders(VendorSettings settings) {
        fixed.set(HttpHeaders.USER_AGENT, PROGRAM);
        settings.profile().headers().forEach(fixed::set);
        auth = settings.profile().auth();
        MultiMap configured = HttpHeaders.headers();
        settings.headers().forEach(configured::set);
        ownCredential = configured.contains(auth.header());
        settings.headers().forEach(fixed::set);
    }

    /**
     * Writes the headers of a request. A stream is not asked to be compressed: compressors hold pieces back.
     *
     * @param key the credential; {@code null} if there is none
     */
    void write(EncodedRequest request, boolean stream, @Nullable String key, MultiMap target) {
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
        if (key != null && !ownCredential) {
            target.set(auth.header(), auth.prefix() + key);
        }
    }
}
