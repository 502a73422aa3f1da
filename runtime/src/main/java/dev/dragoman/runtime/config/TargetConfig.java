// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.config;

import io.quarkus.runtime.annotations.ConfigDocDefault;
import io.quarkus.runtime.annotations.ConfigGroup;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** One target of an alias. */
@ConfigGroup
public interface TargetConfig {
    /** Its share among weighted targets. One with 0 is asked only when all others have failed. */
    @WithDefault("1")
    int weight();

    /** How many tokens fit into it. What does not fit into one target is put to those that are known to be larger. */
    OptionalLong contextWindow();

    /** Most repetitions. */
    @ConfigDocDefault("the provider's")
    OptionalInt maxRetries();

    /** How long a streamed answer may take until its first piece of content. */
    @ConfigDocDefault("the provider's")
    Optional<Duration> firstTokenTimeout();

    /** How long a streamed answer may pause between two pieces of content. */
    @ConfigDocDefault("the provider's")
    Optional<Duration> streamIdleTimeout();

    /** How long an answer that is not streamed may take altogether. */
    @ConfigDocDefault("the provider's")
    Optional<Duration> requestTimeout();

    /** How long one attempt may take altogether. */
    @ConfigDocDefault("the provider's")
    Optional<Duration> totalTimeout();

    /** Most attempts at a time. */
    @ConfigDocDefault("the provider's")
    OptionalInt maxConcurrent();
}
