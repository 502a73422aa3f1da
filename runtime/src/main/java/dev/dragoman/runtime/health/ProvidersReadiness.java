// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.health;

import dev.dragoman.runtime.provider.Providers;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready if there is a provider. No vendor is called: whether one is up is not ours to say. */
@Readiness
@ApplicationScoped
public class ProvidersReadiness implements HealthCheck {
    private final Providers providers;

    ProvidersReadiness(Providers providers) {
        this.providers = providers;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Dragoman providers")
                .status(!providers.all().isEmpty())
                .withData("providers", String.join(", ", providers.all().keySet()))
                .build();
    }
}
