// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.http;

import dev.dragoman.dialect.RequestSigner;
import dev.dragoman.dialect.SigningCredentials;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * How requests to a vendor are signed.
 *
 * @param signer the signer that the adapter names
 * @param credentials what it signs with
 */
public record VendorSigning(RequestSigner signer, SigningCredentials credentials) {
    /** Checks that nothing required is missing. */
    public VendorSigning {
        Objects.requireNonNull(signer, "signer");
        Objects.requireNonNull(credentials, "credentials");
    }

    /** What no message may show: vendors repeat signed headers in their complaints. */
    List<String> secrets() {
        List<String> secrets = new ArrayList<>();
        secrets.add(credentials.accessKeyId());
        secrets.add(credentials.secretAccessKey());
        if (credentials.sessionToken() != null) {
            secrets.add(credentials.sessionToken());
        }
        return secrets;
    }
}
