// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.deployment;

import dev.dragoman.runtime.config.DragomanBuildConfig;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.smallrye.health.deployment.spi.HealthBuildItem;

/** Readiness, taken up only where SmallRye Health is present. */
final class HealthProcessor {
    @BuildStep
    HealthBuildItem readiness(DragomanBuildConfig config) {
        // By name: without SmallRye Health the class cannot be loaded.
        return new HealthBuildItem(
                "dev.dragoman.runtime.health.ProvidersReadiness",
                config.health().enabled());
    }
}
