// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway.door;

import dev.dragoman.runtime.config.DragomanConfig;
import dev.dragoman.runtime.config.GatewayConfig;
import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Set;

/** Makes the door. */
@Singleton
public final class DoorBeans {
    private static final String FILE = "quarkus.dragoman.gateway.keys-file";

    /** The keys that clients must show. */
    @Produces
    @Singleton
    public InboundKeys keys(DragomanConfig config, Vertx vertx) {
        GatewayConfig gateway = config.gateway();
        InboundKeys keys = KeysReader.read(gateway, Clock.systemUTC());
        if (gateway.keysFile().isPresent()) {
            KeysFileWatch watch = new KeysFileWatch(gateway.keysFile().get(), keys);
            try {
                watch.load();
            } catch (IllegalArgumentException e) {
                throw new ConfigurationException(FILE + " " + e.getMessage(), e, Set.of(FILE));
            }
            vertx.setPeriodic(
                    Math.max(1, gateway.keysFileInterval().toMillis()),
                    timer -> vertx.executeBlocking(() -> {
                        watch.check();
                        return null;
                    }));
        }
        return keys;
    }

    /** Counts for this instance alone. */
    @Produces
    @Singleton
    @DefaultBean
    public KeyLimits limits() {
        return new MemoryKeyLimits(System::nanoTime);
    }
}
