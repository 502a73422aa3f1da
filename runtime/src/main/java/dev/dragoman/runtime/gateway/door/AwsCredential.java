// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway.door;

import dev.dragoman.model.error.ChatError;
import dev.dragoman.model.error.ErrorKind;
import org.jspecify.annotations.Nullable;

/**
 * What a request says that an AWS SDK signed (Signature Version 4). The gateway does not know its clients' secrets and cannot check
 * a signature; the access key id beside it is no secret.
 */
final class AwsCredential {
    private static final String SIGNED = "AWS4-";
    private static final String CREDENTIAL = "Credential=";
    private static final int SCOPE = 4;

    private AwsCredential() {}

    /** Whether this value of the header {@code Authorization} is a signature. */
    static boolean isSigned(String authorization) {
        return authorization.startsWith(SIGNED);
    }

    /** The access key id; {@code null} if there is none. */
    static @Nullable String accessKeyId(String authorization) {
        int start = authorization.indexOf(CREDENTIAL);
        if (start < 0) {
            return null;
        }
        start += CREDENTIAL.length();
        int comma = authorization.indexOf(',', start);
        int end = comma < 0 ? authorization.length() : comma;
        for (int i = 0; i < SCOPE; i++) { // date, region, service, aws4_request
            end = authorization.lastIndexOf('/', end - 1);
            if (end <= start) {
                return null;
            }
        }
        return authorization.substring(start, end);
    }

    /** What AWS' SDKs are told, with the status and the word that they know from AWS for credentials that open nothing. */
    static ChatError refusal() {
        return new ChatError(
                ErrorKind.AUTHENTICATION,
                403,
                "Signed requests are not accepted here: give the SDK the API key as AWS_BEARER_TOKEN_BEDROCK instead",
                "UnrecognizedClientException",
                null,
                null,
                null,
                null);
    }
}
