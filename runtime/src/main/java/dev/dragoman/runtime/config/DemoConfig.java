// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.config;

import io.quarkus.runtime.annotations.ConfigGroup;
import io.smallrye.config.WithDefault;

/** The provider {@code demo}: a deterministic model in the process, for trying things without a key or a network. */
@ConfigGroup
public interface DemoConfig {
    /** Whether it is there. */
    @WithDefault("true")
    boolean enabled();
}
