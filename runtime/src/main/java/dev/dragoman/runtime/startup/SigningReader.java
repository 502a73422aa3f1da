// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.startup;

import dev.dragoman.dialect.RequestSigner;
import dev.dragoman.dialect.SigningCredentials;
import dev.dragoman.dialect.VendorProfile;
import dev.dragoman.runtime.config.ProviderConfig;
import dev.dragoman.runtime.http.VendorSigning;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads region and signing credentials of a provider. Credentials of the configuration win over those of the environment; an API
 * key wins over credentials that come from the environment, as in AWS' SDKs. The parts of one credential all come from one place.
 */
final class SigningReader {
    private static final String KEY = "AWS_ACCESS_KEY_ID";
    private static final String SECRET = "AWS_SECRET_ACCESS_KEY";
    private static final String TOKEN = "AWS_SESSION_TOKEN";

    private final Function<String, @Nullable String> environment;

    /** @param environment looks up a variable of the environment; {@code null} if it is not set */
    SigningReader(Function<String, @Nullable String> environment) {
        this.environment = environment;
    }

    /** Looked for where one is needed: the libraries behind them are large. */
    private static @Nullable RequestSigner signer(String scheme) {
        for (RequestSigner signer :
                ServiceLoader.load(RequestSigner.class, Thread.currentThread().getContextClassLoader())) {
            if (signer.id().equals(scheme)) {
                return signer;
            }
        }
        return null;
    }

    /** Whether the environment alone switches a provider on whose requests are signed by this; {@code null} if by none. */
    boolean isSwitchedOn(@Nullable String signer) {
        return signer != null && variable(KEY) != null && variable(SECRET) != null && environmentRegion() != null;
    }

    /** Whether the configuration signs requests, whatever the environment holds. */
    static boolean isConfigured(ProviderConfig provider) {
        return provider.accessKeyId().isPresent() || provider.secretAccessKey().isPresent();
    }

    /**
     * How requests are signed; {@code null} if they are not.
     *
     * @param property name of the provider's configuration
     * @param key its API key; {@code null} if it has none
     */
    @Nullable VendorSigning read(String property, ProviderConfig provider, VendorProfile profile, @Nullable String key) {
        String scheme = profile.auth().signer();
        if (scheme == null) {
            if (isConfigured(provider)) {
                throw wrong(
                        property + ".access-key-id", "is set, but the adapter '" + profile.id() + "' signs nothing");
            }
            return null;
        }
        if (key != null) {
            if (isConfigured(provider)) {
                throw wrong(property + ".access-key-id", "stands beside an api-key: remove one of them");
            }
            return null;
        }
        RequestSigner signer = signer(scheme);
        if (signer == null) {
            throw wrong(property, "needs signatures of the kind '" + scheme + "': add the module that brings them");
        }
        return new VendorSigning(signer, credentials(property, provider));
    }

    private SigningCredentials credentials(String property, ProviderConfig provider) {
        boolean configured = isConfigured(provider);
        String id = configured ? stripped(provider.accessKeyId()) : variable(KEY);
        String secret = configured ? stripped(provider.secretAccessKey()) : variable(SECRET);
        String token = configured ? stripped(provider.sessionToken()) : variable(TOKEN);
        if (id == null && secret == null) {
            throw wrong(
                    property + ".api-key",
                    "is missing: set it (or AWS_BEARER_TOKEN_BEDROCK), or set access-key-id and secret-access-key (or "
                            + KEY + " and " + SECRET + ")");
        }
        if (id == null) {
            throw wrong(property + ".access-key-id", "is missing beside the secret-access-key: set both");
        }
        if (secret == null) {
            throw wrong(property + ".secret-access-key", "is missing beside the access-key-id: set both");
        }
        checkHeader(property + ".access-key-id", id);
        if (token != null) {
            checkHeader(property + ".session-token", token);
        }
        return new SigningCredentials(region(property, provider), id, secret, token);
    }

    /** The region, which is needed. */
    String region(String property, ProviderConfig provider) {
        String configured = stripped(provider.region());
        String region = configured != null ? configured : environmentRegion();
        if (region == null) {
            throw wrong(property + ".region", "is missing: set it, or AWS_REGION, to one such as eu-west-1");
        }
        if (!region.chars().allMatch(c -> c == '-' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))) {
            throw wrong(property + ".region", "is not the name of a region, such as eu-west-1");
        }
        return region;
    }

    private @Nullable String environmentRegion() {
        String region = variable("AWS_REGION");
        return region != null ? region : variable("AWS_DEFAULT_REGION");
    }

    private @Nullable String variable(String name) {
        String value = environment.apply(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static @Nullable String stripped(Optional<String> value) {
        return value.map(String::strip).filter(text -> !text.isEmpty()).orElse(null);
    }

    private static void checkHeader(String property, String value) {
        if (!value.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
            throw wrong(property, "holds characters that it cannot have, such as a line break: remove them");
        }
    }

    private static ConfigurationException wrong(String property, String what) {
        return new ConfigurationException(property + " " + what, Set.of(property));
    }
}
