// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.adapters.bedrock;

import dev.dragoman.dialect.RequestSigner;
import dev.dragoman.dialect.SigningCredentials;
import dev.dragoman.dialect.UnsignedRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/**
 * Signature Version 4 by AWS' own library. The path, which holds the percent-encoded name of a model, is encoded once more for the
 * signature, as for all services but S3.
 */
public final class BedrockSigner implements RequestSigner {
    /** Id of this signer. */
    public static final String ID = "aws-sigv4";

    private static final String SERVICE = "bedrock";

    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Map<String, String> sign(UnsignedRequest request, SigningCredentials credentials, Instant now) {
        SignedRequest signed = signer.sign(sign -> sign.identity(identity(credentials))
                .request(sdkRequest(request))
                .payload(ContentStreamProvider.fromByteArrayUnsafe(request.body()))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, SERVICE)
                .putProperty(AwsV4HttpSigner.REGION_NAME, credentials.region())
                .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(now, ZoneOffset.UTC)));
        Map<String, String> added = new LinkedHashMap<>();
        signed.request().forEachHeader((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!lower.equals("host") && !isGiven(request, lower)) {
                added.put(name, String.join(",", values));
            }
        });
        return added;
    }

    private static boolean isGiven(UnsignedRequest request, String lower) {
        return request.headers().keySet().stream()
                .anyMatch(name -> name.toLowerCase(Locale.ROOT).equals(lower));
    }

    private static SdkHttpRequest sdkRequest(UnsignedRequest request) {
        SdkHttpRequest.Builder builder = SdkHttpRequest.builder()
                .method(SdkHttpMethod.fromValue(request.method()))
                .protocol(request.tls() ? "https" : "http")
                .host(request.host())
                .port(request.port())
                .encodedPath(request.path());
        request.headers().forEach((name, value) -> builder.putHeader(name, List.of(value)));
        return builder.build();
    }

    private static AwsCredentialsIdentity identity(SigningCredentials credentials) {
        return credentials.sessionToken() == null
                ? AwsCredentialsIdentity.create(credentials.accessKeyId(), credentials.secretAccessKey())
                : AwsSessionCredentialsIdentity.create(
                        credentials.accessKeyId(), credentials.secretAccessKey(), credentials.sessionToken());
    }
}
