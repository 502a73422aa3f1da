// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.http;

import dev.dragoman.dialect.VendorProfile;
import dev.dragoman.runtime.guard.GuardSettings;
import dev.dragoman.runtime.provider.Patience;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one vendor is reached, configuration and profile put together.
 *
 * @param name the provider's name
 * @param profile the adapter
 * @param baseUrl where it is
 * @param apiKeys the credentials, used in turn; empty if none
 * @param headers headers of the configuration
 * @param models models that lists show
 * @param limits time limits and sizes
 * @param tls name of the TLS configuration
 * @param proxy name of the proxy configuration
 * @param signing how requests are signed; {@code null} if they are not
 * @param guards how its targets are guarded
 * @param prefill whether its models continue a message of their own; empty for what the dialect knows
 */
public record VendorSettings(
        String name,
        VendorProfile profile,
        BaseUrl baseUrl,
        List<String> apiKeys,
        Map<String, String> headers,
        List<String> models,
        Limits limits,
        Optional<String> tls,
        Optional<String> proxy,
        GuardSettings guards,
        Optional<Boolean> prefill,
        @Nullable VendorSigning signing) {
    /**
     * Time limits and sizes.
     *
     * @param connect how long to wait for a connection
     * @param firstToken how long a stream may take until its first content
     * @param streamIdle how long a stream may pause between two pieces of content
     * @param request how long a whole answer may take
     * @param maxConnections most requests at a time, and so most connections; as many again may wait
     */
    public record Limits(
            Duration connect, Duration firstToken, Duration streamIdle, Duration request, int maxConnections) {
        /** The same with what is different for one target. */
        Limits with(Patience patience) {
            return new Limits(
                    connect,
                    patience.firstToken() == null ? firstToken : patience.firstToken(),
                    patience.streamIdle() == null ? streamIdle : patience.streamIdle(),
                    patience.request() == null ? request : patience.request(),
                    maxConnections);
        }
    }

    /** Copies the collections. */
    public VendorSettings {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(profile, "profile");
        Objects.requireNonNull(baseUrl, "baseUrl");
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(guards, "guards");
        apiKeys = List.copyOf(apiKeys);
        headers = Map.copyOf(headers);
        models = List.copyOf(models);
    }

    /** A vendor with one key at most, guarded as usual, whose requests are not signed. */
    public VendorSettings(
            String name,
            VendorProfile profile,
            BaseUrl baseUrl,
            @Nullable String apiKey,
            Map<String, String> headers,
            List<String> models,
            Limits limits,
            Optional<String> tls,
            Optional<String> proxy) {
        this(
                name,
                profile,
                baseUrl,
                apiKey == null ? List.of() : List.of(apiKey),
                headers,
                models,
                limits,
                tls,
                proxy,
                GuardSettings.DEFAULT,
                Optional.empty(),
                null);
    }

    /** What no message may show. */
    List<String> secrets() {
        List<String> secrets = new ArrayList<>(apiKeys);
        if (signing != null) {
            secrets.addAll(signing.secrets());
        }
        return secrets;
    }

    /** Neither the keys nor the headers. */
    @Override
    public String toString() {
        return "VendorSettings[" + name + ", " + profile.id() + "]";
    }
}
