// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.config;

import io.quarkus.runtime.annotations.ConfigGroup;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The endpoints, as far as they can be configured when the application starts. */
@ConfigGroup
public interface GatewayConfig {
    /** Keys that clients must show. Without any the gateway is open to everyone who reaches it. */
    Optional<List<String>> apiKeys();

    /**
     * Largest body that is read. {@code quarkus.http.limits.max-body-size} applies too, and answers without a body when it is
     * the smaller of the two.
     */
    @WithDefault("64M")
    MemorySize maxBodySize();

    /**
     * How long a stream may be silent before its client is told that we are still there, in a form that its dialect has for that;
     * {@code 0s} for never. A stream that said this can no longer fail with an HTTP status.
     */
    @WithDefault("15s")
    Duration heartbeatInterval();
}
