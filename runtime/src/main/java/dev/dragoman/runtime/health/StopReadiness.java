// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.health;

import dev.dragoman.runtime.gateway.GatewayStop;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready any more once the gateway has been told to stop. */
@Readiness
@ApplicationScoped
public class StopReadiness implements HealthCheck {
    private final GatewayStop stop;

    StopReadiness(GatewayStop stop) {
        this.stop = stop;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Dragoman gateway")
                .status(!stop.isStopping())
                .build();
    }
}
