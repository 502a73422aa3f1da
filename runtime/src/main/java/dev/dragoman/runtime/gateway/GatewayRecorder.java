// SPDX-License-Identifier: Apache-2.0
package dev.dragoman.runtime.gateway;

import io.quarkus.runtime.annotations.Recorder;
import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/** Hands the build the handlers that are not resources. */
@Recorder
public class GatewayRecorder {
    /** What answers paths that nobody answers. */
    public Handler<RoutingContext> fallback() {
        return new GatewayFallback();
    }
}
