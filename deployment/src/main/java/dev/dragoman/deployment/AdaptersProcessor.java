// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.deployment;

import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.ProfileSource;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.nativeimage.ServiceProviderBuildItem;

/** Adapters are found by service files, which native images keep only when told. */
final class AdaptersProcessor {
    @BuildStep
    void services(BuildProducer<ServiceProviderBuildItem> services) {
        services.produce(ServiceProviderBuildItem.allProvidersFromClassPath(Dialect.class.getName()));
        services.produce(ServiceProviderBuildItem.allProvidersFromClassPath(ProfileSource.class.getName()));
    }
}
