// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.deployment;

import dev.dragoman.adapters.compatible.YamlProfiles;
import dev.dragoman.dialect.Dialect;
import dev.dragoman.dialect.ProfileSource;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.nativeimage.NativeImageResourceBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ServiceProviderBuildItem;
import java.util.ArrayList;
import java.util.List;

/** Adapters are found by service files, which native images keep only when told. */
final class AdaptersProcessor {
    @BuildStep
    void services(BuildProducer<ServiceProviderBuildItem> services) {
        services.produce(ServiceProviderBuildItem.allProvidersFromClassPath(Dialect.class.getName()));
        services.produce(ServiceProviderBuildItem.allProvidersFromClassPath(ProfileSource.class.getName()));
    }

    /** Profiles are files that lists name, and the schema that they are checked against. */
    @BuildStep
    NativeImageResourceBuildItem profiles() {
        List<String> resources =
                new ArrayList<>(YamlProfiles.resources(Thread.currentThread().getContextClassLoader()));
        resources.add(YamlProfiles.INDEX);
        resources.add("dragoman/profile.schema.json");
        return new NativeImageResourceBuildItem(resources);
    }
}
