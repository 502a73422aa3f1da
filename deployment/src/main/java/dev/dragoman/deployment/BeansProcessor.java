// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.deployment;

import dev.dragoman.runtime.client.DefaultChatClient;
import dev.dragoman.runtime.http.VendorClients;
import dev.dragoman.runtime.media.MediaFetching;
import dev.dragoman.runtime.startup.DragomanBeans;
import dev.dragoman.runtime.startup.DragomanStartup;
import io.quarkus.arc.deployment.AdditionalBeanBuildItem;
import io.quarkus.deployment.annotations.BuildStep;

/** The beans that every application with the extension has. */
final class BeansProcessor {
    @BuildStep
    AdditionalBeanBuildItem beans() {
        return AdditionalBeanBuildItem.builder()
                .addBeanClasses(
                        DragomanBeans.class,
                        DragomanStartup.class,
                        VendorClients.class,
                        MediaFetching.class,
                        DefaultChatClient.class)
                .setUnremovable()
                .build();
    }
}
