// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.deployment;

import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.metrics.MetricsCapabilityBuildItem;
import io.quarkus.runtime.metrics.MetricsFactory;
import java.util.Optional;

/** Metrics, where Micrometer is present. */
final class MetricsProcessor {
    @BuildStep
    void runs(Optional<MetricsCapabilityBuildItem> metrics, BuildProducer<AdditionalBeanBuildItem> beans) {
        if (metrics.filter(found -> found.metricsSupported(MetricsFactory.MICROMETER))
                .isPresent()) {
            // By name: without Micrometer the class cannot be loaded.
            beans.produce(AdditionalBeanBuildItem.unremovableOf("dev.dragoman.runtime.metrics.MicrometerRuns"));
        }
    }
}
