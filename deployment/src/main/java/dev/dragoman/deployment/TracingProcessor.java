// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.deployment;

import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.bootstrap.classloading.QuarkusClassLoader;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;

/** Spans, where OpenTelemetry is present. */
final class TracingProcessor {
    @BuildStep
    void runs(BuildProducer<AdditionalBeanBuildItem> beans) {
        if (QuarkusClassLoader.isClassPresentAtRuntime("io.opentelemetry.api.OpenTelemetry")) {
            // By name: without OpenTelemetry the class cannot be loaded.
            beans.produce(AdditionalBeanBuildItem.unremovableOf("dev.dragoman.runtime.trace.OpenTelemetryRuns"));
        }
    }
}
