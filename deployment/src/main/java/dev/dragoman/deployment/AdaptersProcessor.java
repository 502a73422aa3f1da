// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.deployment;

import dev.dragoman.adapters.compatible.CompiledProfiles;
import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.ProfileSource;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.GeneratedResourceBuildItem;
import io.quarkus.deployment.builditem.nativeimage.NativeImageResourceBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ServiceProviderBuildItem;

/** Adapters are found by service files, which native images keep only when told. */
final class AdaptersProcessor {
    @BuildStep
    void services(BuildProducer<ServiceProviderBuildItem> services) {
        services.produce(ServiceProviderBuildItem.allProvidersFromClassPath(Dialect.class.getName()));
        services.produce(ServiceProviderBuildItem.allProvidersFromClassPath(ProfileSource.class.getName()));
    }

    /** Profiles are checked now, and their compiled form is read at run time; directories of users are checked against the schema. */
    @BuildStep
    void profiles(
            BuildProducer<GeneratedResourceBuildItem> compiled, BuildProducer<NativeImageResourceBuildItem> kept) {
        CompiledProfiles.compile(Thread.currentThread().getContextClassLoader()).forEach((name, content) -> {
            compiled.produce(new GeneratedResourceBuildItem(name, content));
            kept.produce(new NativeImageResourceBuildItem(name));
        });
        kept.produce(new NativeImageResourceBuildItem("dragoman/profile.schema.json"));
    }
}
