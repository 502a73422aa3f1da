// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.config;

import io.quarkus.runtime.annotations.ConfigDocMapKey;
import io.quarkus.runtime.annotations.ConfigGroup;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The endpoints, as far as they can be configured when the application starts. */
@ConfigGroup
public interface GatewayConfig {
    /**
     * Keys that clients must show, as they are or as {@code sha256:} and 64 hexadecimal digits. Without any key here, in
     * {@link #key()} or in {@link #keysFile()} the gateway is open to everyone who reaches it.
     */
    Optional<List<String>> apiKeys();

    /** Keys that have a name, and perhaps less than all rights. */
    @ConfigDocMapKey("name")
    Map<String, KeyConfig> key();

    /**
     * A file of further keys, one a line: {@code name: sha256:<hex>}, then any of {@code models=a,b}, {@code expires=…},
     * {@code max-concurrent=…}, {@code requests-per-minute=…}. It is read again when it changes.
     */
    Optional<Path> keysFile();

    /** How often the file of keys is looked at. */
    @WithDefault("5s")
    Duration keysFileInterval();

    /**
     * Whether the access key id of requests that an AWS SDK signed is taken for a key. The id is sent in clear and kept in logs as
     * something public, and the signature is not checked.
     */
    @WithDefault("false")
    boolean acceptAwsSignatures();

    /** How long answers under way may take when the application is stopped. */
    @WithDefault("30s")
    Duration stopTimeout();

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
