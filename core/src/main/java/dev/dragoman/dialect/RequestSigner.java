// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.dialect;

import java.time.Instant;
import java.util.Map;

/**
 * Signs requests to vendors that demand a signature instead of a key. Found by {@link java.util.ServiceLoader}; has a public
 * constructor without arguments; stateless and thread-safe. Pure: no input or output, no clock but the time passed in.
 */
public interface RequestSigner {
    /** What {@link VendorProfile.Auth#signer()} names, such as {@code aws-sigv4}. */
    String id();

    /**
     * The headers that make the request a signed one, to be set in addition to its own.
     *
     * @param request what will be sent, exactly so
     * @param credentials whose signature it is
     * @param now when it is signed; vendors accept some minutes of difference
     */
    Map<String, String> sign(UnsignedRequest request, SigningCredentials credentials, Instant now);
}
