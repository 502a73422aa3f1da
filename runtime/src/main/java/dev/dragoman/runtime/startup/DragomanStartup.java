// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.startup;

import dev.dragoman.runtime.provider.Providers;
import dev.dragoman.runtime.routing.Router;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Makes the beans when the application starts, so that a wrong configuration is noticed then, and says what there is. */
@Singleton
public final class DragomanStartup {
    private static final Logger LOG = Logger.getLogger("dev.dragoman");

    void started(@Observes StartupEvent event, Providers providers, Router router) {
        String list = providers.all().values().stream()
                .map(provider -> provider.name().equals(provider.adapter())
                        ? provider.name()
                        : provider.name() + " (" + provider.adapter() + ")")
                .collect(Collectors.joining(", "));
        LOG.infof("Providers: %s", list.isEmpty() ? "none" : list);
    }
}
