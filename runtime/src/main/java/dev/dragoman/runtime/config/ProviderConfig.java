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
import java.util.OptionalInt;

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

    /**
     * Several credentials, used in turn. One that is refused, or that has used up its share, rests while the others go on. Wins over
     * {@code api-key}.
     */
    Optional<List<String>> apiKeys();

    /** Version of the vendor's API, where its address holds one: a date for {@code azure-openai} and {@code watsonx}. */
    Optional<String> apiVersion();

    /** Region, where the vendor's address holds one. */
    @ConfigDocDefault("AWS_REGION or AWS_DEFAULT_REGION for bedrock")
    Optional<String> region();

    /** Project, where the vendor's address holds one. */
    Optional<String> project();

    /** Whatever else stands between braces in the addresses of a profile, such as {@code account-id}. */
    @ConfigDocMapKey("setting")
    Map<String, String> settings();

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

    /** How long one attempt may take altogether, its stream included. */
    @WithDefault("30m")
    Duration totalTimeout();

    /**
     * Most repetitions of a request at one target, before anything of its answer was seen: after a fault of the vendor, or when it
     * asks to come back.
     */
    @WithDefault("2")
    int maxRetries();

    /** The wait before the first repetition, at most. It doubles from one to the next; half of it is random. */
    @WithDefault("500ms")
    Duration retryDelay();

    /** The longest wait. A vendor that asks for more ({@code retry-after}) is not asked again. */
    @WithDefault("8s")
    Duration maxRetryDelay();

    /** Repetitions for each request, over time, so that a vendor in trouble is not asked twice as much because of it. */
    @WithDefault("0.2")
    double retryRatio();

    /** Most attempts at one target at a time; more are refused. */
    @ConfigDocDefault("twice max-connections")
    OptionalInt maxConcurrent();

    /** When a target is left alone. */
    BreakerConfig circuitBreaker();

    /**
     * Whether its models continue a last message of their own exactly where it ends, so that they can go on with an answer that broke
     * off elsewhere.
     */
    @ConfigDocDefault("what the adapter knows of the model")
    Optional<Boolean> prefill();

    /**
     * Most requests to it at a time, each on a connection of its own over HTTP/1.1. As many again may wait, for as long as
     * {@code connect-timeout}; more are refused.
     */
    @WithDefault("256")
    int maxConnections();

    /** Name of the configuration in Quarkus' TLS registry; the default one if absent. */
    Optional<String> tlsConfigurationName();

    /** Name of the configuration in Quarkus' proxy registry; the default one if absent, {@code none} for no proxy. */
    Optional<String> proxyConfigurationName();

    /** Names of models that lists of models show. Others can be called all the same. */
    Optional<List<String>> models();
}
