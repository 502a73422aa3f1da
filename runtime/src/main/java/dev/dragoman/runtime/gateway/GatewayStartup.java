// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Says at start-up whom the gateway serves. */
@Singleton
public final class GatewayStartup {
    private static final Logger LOG = Logger.getLogger("dev.dragoman");

    void started(@Observes StartupEvent event, Gateway gateway) {
        if (gateway.isOpen() && LaunchMode.current() != LaunchMode.DEVELOPMENT) {
            LOG.warn(
                    "The gateway is open: whoever reaches it may use its providers."
                            + " Set quarkus.dragoman.gateway.api-keys, .key.<name>.hash or .keys-file to the keys that clients must show");
        }
    }
}
