// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.config;

import io.quarkus.runtime.annotations.ConfigGroup;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When a target is left alone for a while. Each target has a breaker of its own. */
@ConfigGroup
public interface BreakerConfig {
    /** How many requests are looked at. */
    @WithDefault("10")
    int requests();

    /** Share of faults among them that opens it. Faults are 5xx, broken connections and time limits, not refusals. */
    @WithDefault("0.5")
    double failureRatio();

    /** How long it stays open before one request is let through to see. */
    @WithDefault("10s")
    Duration delay();

    /** How many of those must succeed to close it. */
    @WithDefault("1")
    int successes();
}
