// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.deployment.fault;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What an application with Micrometer has: a registry that counts. Without one Quarkus' own forgets everything. */
@Singleton
public class MeterStore {
    @Produces
    @Singleton
    SimpleMeterRegistry registry() {
        return new SimpleMeterRegistry();
    }
}
