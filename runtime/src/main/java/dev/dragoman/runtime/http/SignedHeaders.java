// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.http;

import dev.dragoman.dialect.EncodedRequest;
import dev.dragoman.dialect.UnsignedRequest;
import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ChatException;
import dev.dragoman.model.error.ErrorKind;
import io.vertx.core.MultiMap;
import java.time.InstantSource;
import java.util.Map;
import org.jboss.logging.Logger;

/** Adds the headers of a signature to a request. What is signed is what goes on the wire: host, path and body. */
final class SignedHeaders {
    private static final Logger LOG = Logger.getLogger(SignedHeaders.class);

    private final VendorSettings settings;
    private final VendorSigning signing;
    private final InstantSource clock;

    SignedHeaders(VendorSettings settings, VendorSigning signing, InstantSource clock) {
        this.settings = settings;
        this.signing = signing;
        this.clock = clock;
    }

    /** @throws ChatException if the request could not be signed */
    void write(EncodedRequest request, MultiMap target) {
        BaseUrl base = settings.baseUrl();
        UnsignedRequest unsigned = new UnsignedRequest(
                "POST", base.tls(), base.host(), base.port(), base.path() + request.path(), Map.of(), request.body());
        try {
            signing.signer()
                    .sign(unsigned, signing.credentials(), clock.instant())
                    .forEach(target::set);
        } catch (RuntimeException e) {
            // The cause may hold what was signed.
            LOG.errorf("A request to the provider '%s' could not be signed: %s", settings.name(), e.getClass());
            throw new ChatException(ChatError.of(
                    ErrorKind.INTERNAL, "The request to the provider '" + settings.name() + "' could not be signed"));
        }
    }
}
