// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.config;

import io.quarkus.runtime.annotations.ConfigDocDefault;
import io.quarkus.runtime.annotations.ConfigDocMapKey;
import io.quarkus.runtime.annotations.ConfigGroup;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One vendor. */
@ConfigGroup
public interface ProviderConfig {
    /** Which adapter talks to it. */
    @ConfigDocDefault("the provider's name")
    Optional<String> adapter();

    /** Where it is: what the vendor's own SDK calls its base URL. */
    @ConfigDocDefault("the adapter's")
    Optional<String> baseUrl();

    /** The credential. */
    @ConfigDocDefault("the vendor's environment variable")
    Optional<String> apiKey();

    /** Region of the service, for adapters with a host in each, such as {@code bedrock}. */
    @ConfigDocDefault("AWS_REGION or AWS_DEFAULT_REGION")
    Optional<String> region();

    /** Name of the key that signs requests, for adapters that take signatures instead of a credential, such as {@code bedrock}. */
    @ConfigDocDefault("AWS_ACCESS_KEY_ID")
    Optional<String> accessKeyId();

    /** The key that signs requests. */
    @ConfigDocDefault("AWS_SECRET_ACCESS_KEY")
    Optional<String> secretAccessKey();

    /** Proof that the key that signs requests is a temporary one. */
    @ConfigDocDefault("AWS_SESSION_TOKEN")
    Optional<String> sessionToken();

    /** Headers that every request to it carries; they win over those of the adapter. */
    @ConfigDocMapKey("header-name")
    Map<String, String> headers();

    /** How long to wait for a connection. */
    @WithDefault("5s")
    Duration connectTimeout();

    /** How long a streamed answer may take until its first piece of content. */
    @WithDefault("60s")
    Duration firstTokenTimeout();

    /**
     * How long a streamed answer may pause between two pieces of content. Keep-alives do not count as content; time in which
     * the client does not read does not count as a pause.
     */
    @WithDefault("60s")
    Duration streamIdleTimeout();

    /** How long an answer that is not streamed may take altogether. */
    @WithDefault("10m")
    Duration requestTimeout();

    /** Most connections to it at a time. As many requests again may wait for one, for as long as {@code connect-timeout}. */
    @WithDefault("256")
    int maxConnections();

    /** Name of the configuration in Quarkus' TLS registry; the default one if absent. */
    Optional<String> tlsConfigurationName();

    /** Name of the configuration in Quarkus' proxy registry; the default one if absent, {@code none} for no proxy. */
    Optional<String> proxyConfigurationName();

    /** Names of models that lists of models show. Others can be called all the same. */
    Optional<List<String>> models();
}
