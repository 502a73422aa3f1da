// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ArcContainer;
import io.quarkus.arc.InstanceHandle;
import io.quarkus.runtime.shutdown.ShutdownListener;

/** Has Quarkus wait for {@link GatewayStop} while the server still listens. */
public final class GatewayStopListener implements ShutdownListener {
    @Override
    public void preShutdown(ShutdownNotification notification) {
        ArcContainer container = Arc.container();
        InstanceHandle<GatewayStop> stop = container == null ? null : container.instance(GatewayStop.class);
        if (stop == null || !stop.isAvailable()) {
            notification.done(); // the application did not even start
        } else {
            stop.get().begin(notification::done);
        }
    }
}
