// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.config;

import io.quarkus.runtime.annotations.ConfigGroup;
import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What is decided when the application is built. */
@ConfigMapping(prefix = "quarkus.dragoman")
@ConfigRoot(phase = ConfigPhase.BUILD_TIME)
public interface DragomanBuildConfig {
    /** The endpoints. */
    Endpoints gateway();

    /** Health checks. */
    Health health();

    /** The endpoints, as far as the build decides on them. */
    @ConfigGroup
    interface Endpoints {
        /** Whether the application serves clients of the vendors' APIs. */
        @WithDefault("false")
        boolean enabled();
    }

    /** Health checks. */
    @ConfigGroup
    interface Health {
        /** Whether readiness covers the providers, where SmallRye Health is present. */
        @WithDefault("true")
        boolean enabled();
    }
}
