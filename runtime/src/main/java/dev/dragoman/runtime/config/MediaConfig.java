// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.config;

import io.quarkus.runtime.annotations.ConfigGroup;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Media at addresses, for vendors that take content only. Fetching is done on behalf of the client: from public addresses, never
 * from the network that the application itself is in.
 */
@ConfigGroup
public interface MediaConfig {
    /** Whether media are fetched. Otherwise what a vendor cannot be sent is left out and reported. */
    @WithDefault("false")
    boolean fetch();

    /**
     * Hosts that media are fetched from: {@code example.com}, {@code *.example.com}, with a port behind a colon if it is not the
     * usual one. Without any, all hosts at the usual ports. Other addresses are left out and reported.
     */
    Optional<List<String>> allowedHosts();

    /** Whether {@code http} addresses are fetched beside {@code https}. */
    @WithDefault("false")
    boolean allowHttp();

    /** Media types that are fetched; the vendor must take them, too. */
    @WithDefault(
            "image/png,image/jpeg,image/gif,image/webp,application/pdf,text/plain,text/markdown,text/csv,audio/wav,audio/mpeg")
    List<String> allowedTypes();

    /** Largest content of one address, after decompression. */
    @WithDefault("10M")
    MemorySize maxSize();

    /** Largest sum of the contents that are fetched for one request. */
    @WithDefault("30M")
    MemorySize maxTotalSize();

    /** Most addresses that are fetched for one request. */
    @WithDefault("16")
    int maxItems();

    /** Most redirects of one fetch. Each is checked like an address of the client's. */
    @WithDefault("3")
    int maxRedirects();

    /** How long to wait for a connection. */
    @WithDefault("3s")
    Duration connectTimeout();

    /** How long one fetch may take altogether, redirects included. */
    @WithDefault("15s")
    Duration timeout();
}
