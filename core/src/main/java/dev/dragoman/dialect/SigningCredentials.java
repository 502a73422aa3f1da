// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.dialect;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link RequestSigner} signs with.
 *
 * @param region region of the service, such as {@code eu-west-1}
 * @param accessKeyId public name of the key
 * @param secretAccessKey the key itself
 * @param sessionToken proof that the key is a temporary one; {@code null} if it is not
 */
public record SigningCredentials(
        String region,
        String accessKeyId,
        String secretAccessKey,
        @Nullable String sessionToken) {
    /** Checks that nothing required is missing. */
    public SigningCredentials {
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(accessKeyId, "accessKeyId");
        Objects.requireNonNull(secretAccessKey, "secretAccessKey");
    }

    /** The region only. */
    @Override
    public String toString() {
        return "SigningCredentials[" + region + "]";
    }
}
